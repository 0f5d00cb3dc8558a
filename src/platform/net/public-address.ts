import ipaddr from 'ipaddr.js'

/** Everything that is handed out on the public IPv6 internet today (RFC 4291, IANA); the rest is nobody's to fetch from. */
const globalUnicast = ipaddr.parseCIDR('2000::/3')

/** Public by form, but answered by the machine's own cloud: credentials and settings are there. */
const ofTheCloud: ReadonlySet<string> = new Set(['168.63.129.16'])

/**
 * Whether an IP address belongs to somebody on the public internet. No to loopback, private, link-local, shared (CGNAT),
 * multicast, documentation and reserved ranges, and to every IPv6 form that carries an IPv4 address inside (mapped,
 * compatible, NAT64, 6to4, Teredo): who has something to show has an address of their own.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.parse(text)
  if (address.range() !== 'unicast' || ofTheCloud.has(address.toString())) return false
  return address.kind() === 'ipv4' || (address as ipaddr.IPv6).match(globalUnicast)
}

/** Whether two texts are the same address, in whatever form each is written. */
export function isSameAddress(one: string, other: string): boolean {
  if (!ipaddr.isValid(one) || !ipaddr.isValid(other)) return false
  return ipaddr.process(one).toString() === ipaddr.process(other).toString()
}
