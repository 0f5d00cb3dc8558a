CREATE TABLE "knowledge_sources" (
	"tenant_id" text collate "C" NOT NULL,
	"doc_id" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"turn" integer NOT NULL,
	"is_waiting" boolean NOT NULL,
	"title" text,
	"media_type" text,
	"format" text,
	"bytes" "bytea",
	"bytes_hash" text collate "C",
	"url" text,
	"refetch_every_minutes" integer,
	"etag" text,
	"last_modified" text,
	"read_at" timestamp (6) with time zone,
	"next_read_at" timestamp (6) with time zone,
	"failure_reason" text,
	CONSTRAINT "knowledge_sources_pkey" PRIMARY KEY("tenant_id","doc_id"),
	CONSTRAINT "knowledge_sources_kind_check" CHECK ("knowledge_sources"."kind" in ('FILE', 'URL')),
	CONSTRAINT "knowledge_sources_format_check" CHECK ("knowledge_sources"."format" in ('MARKDOWN', 'HTML', 'PDF', 'DOCX')),
	CONSTRAINT "knowledge_sources_url_check" CHECK (("knowledge_sources"."kind" = 'URL') = ("knowledge_sources"."url" is not null))
);
--> statement-breakpoint
ALTER TABLE "knowledge_sources" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "knowledge_sources" ADD CONSTRAINT "knowledge_sources_doc_id_fkey" FOREIGN KEY ("tenant_id","doc_id") REFERENCES "public"."knowledge_docs"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "tenant_all" ON "knowledge_sources" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));