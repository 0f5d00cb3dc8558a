CREATE TABLE "client_documents" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"sha256" text collate "C" NOT NULL,
	"text" text NOT NULL,
	"status" text NOT NULL,
	"times_seen" integer DEFAULT 0 NOT NULL,
	"last_seen_at" timestamp (6) with time zone,
	"trusted_by_kind" text,
	"trusted_by_id" text collate "C",
	"trusted_at" timestamp (6) with time zone,
	"created_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "client_documents_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "client_documents_sha256_key" UNIQUE("tenant_id","sha256"),
	CONSTRAINT "client_documents_status_check" CHECK ("client_documents"."status" in ('TRUSTED', 'REPORTED')),
	CONSTRAINT "client_documents_sha256_check" CHECK ("client_documents"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "client_documents_trusted_check" CHECK (("client_documents"."status" = 'TRUSTED') = ("client_documents"."trusted_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "client_documents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "trusted_documents_only" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "client_documents" ADD CONSTRAINT "client_documents_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "client_documents_listing_idx" ON "client_documents" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "client_documents_status_idx" ON "client_documents" USING btree ("tenant_id","status","created_at","id");--> statement-breakpoint
CREATE POLICY "tenant_all" ON "client_documents" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));