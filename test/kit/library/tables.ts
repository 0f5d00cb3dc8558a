import { bigint, boolean, doublePrecision, integer, jsonb, numeric, pgTable, real, text } from 'drizzle-orm/pg-core'
import { idText, tenantId, time } from '../../../src/platform/db/columns.ts'

/** One shape for all rows of the test's world; only the compiler's own condition keeps the tenants apart here. */
export const books = pgTable('library_books', {
  tenantId: tenantId(),
  id: idText('id').notNull(),
  title: text('title').notNull(),
  pages: integer('pages').notNull(),
  priceMinor: bigint('price_minor', { mode: 'bigint' }),
  currency: text('currency').notNull(),
  rating: doublePrecision('rating'),
  ink: real('ink').notNull(),
  weight: numeric('weight'),
  copies: bigint('copies', { mode: 'bigint' }).notNull(),
  printedAt: time('printed_at'),
  tags: text('tags').array().notNull(),
  genre: text('genre').notNull(),
  genres: text('genres').array(),
  isLent: boolean('is_lent').notNull(),
  shelfId: idText('shelf_id'),
  creatorKind: text('creator_kind').notNull(),
  creatorId: text('creator_id'),
  contentKind: text('content_kind').notNull(),
  content: jsonb('content'),
  spans: jsonb('spans'),
  cover: jsonb('cover'),
  meta: jsonb('meta'),
  secret: text('secret'),
})

export const shelves = pgTable('library_shelves', {
  tenantId: tenantId(),
  id: idText('id').notNull(),
  name: text('name').notNull(),
  parentId: idText('parent_id'),
})

export const people = pgTable('library_people', {
  tenantId: tenantId(),
  id: idText('id').notNull(),
  name: text('name').notNull(),
})

export const loans = pgTable('library_loans', {
  tenantId: tenantId(),
  id: idText('id').notNull(),
  bookId: idText('book_id').notNull(),
  borrowerId: idText('borrower_id'),
  lentAt: time('lent_at').notNull(),
})

export const things = pgTable('library_things', {
  tenantId: tenantId(),
  id: idText('id').notNull(),
  shelfId: idText('shelf_id').notNull(),
  kind: text('kind').notNull(),
  bookId: idText('book_id'),
  text: text('text'),
})

export const libraryDdl = `
  create table library_books (tenant_id text collate "C" not null, id text collate "C" not null, title text not null,
    pages integer not null, price_minor bigint, currency text not null, rating double precision, ink real not null,
    weight numeric, copies bigint not null, printed_at timestamptz(6), tags text[] not null, genre text not null,
    genres text[], is_lent boolean not null, shelf_id text collate "C", creator_kind text not null, creator_id text,
    content_kind text not null, content jsonb, spans jsonb, cover jsonb, meta jsonb, secret text,
    primary key (tenant_id, id));
  create table library_shelves (tenant_id text collate "C" not null, id text collate "C" not null, name text not null,
    parent_id text collate "C", primary key (tenant_id, id));
  create table library_people (tenant_id text collate "C" not null, id text collate "C" not null, name text not null,
    primary key (tenant_id, id));
  create table library_loans (tenant_id text collate "C" not null, id text collate "C" not null,
    book_id text collate "C" not null, borrower_id text collate "C", lent_at timestamptz(6) not null,
    primary key (tenant_id, id));
  create table library_things (tenant_id text collate "C" not null, id text collate "C" not null,
    shelf_id text collate "C" not null, kind text not null, book_id text collate "C", text text,
    primary key (tenant_id, id));
  grant select on library_books, library_shelves, library_people, library_loans, library_things to parley_app;
`
