CREATE TABLE "library_docs" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"external_id" text collate "C" NOT NULL,
	"title" text NOT NULL,
	"content" text NOT NULL,
	"content_hash" text collate "C" NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"removed_at" timestamp (6) with time zone,
	"created_at" timestamp (6) with time zone NOT NULL,
	"updated_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "library_docs_external_id_key" UNIQUE("external_id")
);
--> statement-breakpoint
ALTER TABLE "library_docs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "knowledge_docs" DROP CONSTRAINT "knowledge_docs_external_id_key";--> statement-breakpoint
ALTER TABLE "knowledge_docs" ADD COLUMN "scope" text DEFAULT 'TENANT' NOT NULL;--> statement-breakpoint
ALTER TABLE "knowledge_docs" ADD COLUMN "library_version" integer;--> statement-breakpoint
ALTER TABLE "knowledge_docs" ADD COLUMN "hidden_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "knowledge_docs" ADD CONSTRAINT "knowledge_docs_external_id_key" UNIQUE("tenant_id","scope","external_id");--> statement-breakpoint
ALTER TABLE "knowledge_docs" ADD CONSTRAINT "knowledge_docs_scope_check" CHECK ("knowledge_docs"."scope" in ('TENANT', 'GLOBAL'));--> statement-breakpoint
ALTER TABLE "knowledge_docs" ADD CONSTRAINT "knowledge_docs_library_check" CHECK (("knowledge_docs"."scope" = 'GLOBAL') = ("knowledge_docs"."library_version" is not null) and ("knowledge_docs"."scope" = 'GLOBAL' or "knowledge_docs"."hidden_at" is null));--> statement-breakpoint
CREATE POLICY "system_all" ON "library_docs" AS PERMISSIVE FOR ALL TO "parley_system" USING (true) WITH CHECK (true);