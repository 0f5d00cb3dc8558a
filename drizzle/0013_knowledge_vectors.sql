CREATE TABLE "knowledge_embeddings" (
	"tenant_id" text collate "C" NOT NULL,
	"model" text collate "C" NOT NULL,
	"state" text NOT NULL,
	"failure_reason" text,
	"started_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "knowledge_embeddings_pkey" PRIMARY KEY("tenant_id","model"),
	CONSTRAINT "knowledge_embeddings_state_key" UNIQUE("tenant_id","state"),
	CONSTRAINT "knowledge_embeddings_state_check" CHECK ("knowledge_embeddings"."state" in ('ACTIVE', 'BUILDING'))
);
--> statement-breakpoint
ALTER TABLE "knowledge_embeddings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "knowledge_vectors" (
	"tenant_id" text collate "C" NOT NULL,
	"chunk_id" text collate "C" NOT NULL,
	"model" text collate "C" NOT NULL,
	"dimensions" integer NOT NULL,
	"embedding" vector NOT NULL,
	CONSTRAINT "knowledge_vectors_pkey" PRIMARY KEY("tenant_id","chunk_id","model")
);
--> statement-breakpoint
ALTER TABLE "knowledge_vectors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "knowledge_embeddings" ADD CONSTRAINT "knowledge_embeddings_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "knowledge_vectors" ADD CONSTRAINT "knowledge_vectors_chunk_id_fkey" FOREIGN KEY ("tenant_id","chunk_id") REFERENCES "public"."knowledge_chunks"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "knowledge_vectors_model_idx" ON "knowledge_vectors" USING btree ("tenant_id","model","chunk_id");--> statement-breakpoint
CREATE POLICY "tenant_all" ON "knowledge_embeddings" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "knowledge_vectors" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));