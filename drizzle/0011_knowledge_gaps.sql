CREATE TABLE "ai_citations" (
	"tenant_id" text collate "C" NOT NULL,
	"ai_response_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"doc_id" text collate "C" NOT NULL,
	"chunk_id" text collate "C" NOT NULL,
	"title" text NOT NULL,
	"heading_path" text[] NOT NULL,
	"excerpt" text NOT NULL,
	CONSTRAINT "ai_citations_pkey" PRIMARY KEY("tenant_id","ai_response_id","position")
);
--> statement-breakpoint
ALTER TABLE "ai_citations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "knowledge_gap_questions" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"gap_id" text collate "C" NOT NULL,
	"conversation_id" text collate "C" NOT NULL,
	"text" text NOT NULL,
	"asked_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "knowledge_gap_questions_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "knowledge_gap_questions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "knowledge_gaps" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"question" text NOT NULL,
	"embedding" vector(384) NOT NULL,
	"status" text NOT NULL,
	"question_count" integer NOT NULL,
	"last_asked_at" timestamp (6) with time zone NOT NULL,
	"doc_id" text collate "C",
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	"updated_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "knowledge_gaps_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "knowledge_gaps_status_check" CHECK ("knowledge_gaps"."status" in ('OPEN', 'RESOLVED', 'DISMISSED'))
);
--> statement-breakpoint
ALTER TABLE "knowledge_gaps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "ai_citations" ADD CONSTRAINT "ai_citations_ai_response_id_fkey" FOREIGN KEY ("tenant_id","ai_response_id") REFERENCES "public"."ai_responses"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "knowledge_gap_questions" ADD CONSTRAINT "knowledge_gap_questions_gap_id_fkey" FOREIGN KEY ("tenant_id","gap_id") REFERENCES "public"."knowledge_gaps"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "knowledge_gap_questions" ADD CONSTRAINT "knowledge_gap_questions_conversation_id_fkey" FOREIGN KEY ("tenant_id","conversation_id") REFERENCES "public"."conversations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "knowledge_gaps" ADD CONSTRAINT "knowledge_gaps_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "knowledge_gap_questions_gap_idx" ON "knowledge_gap_questions" USING btree ("tenant_id","gap_id","asked_at","id");--> statement-breakpoint
CREATE INDEX "knowledge_gap_questions_conversation_idx" ON "knowledge_gap_questions" USING btree ("tenant_id","conversation_id");--> statement-breakpoint
CREATE INDEX "knowledge_gaps_asked_idx" ON "knowledge_gaps" USING btree ("tenant_id","last_asked_at","id");--> statement-breakpoint
CREATE INDEX "knowledge_gaps_status_idx" ON "knowledge_gaps" USING btree ("tenant_id","status","last_asked_at","id");--> statement-breakpoint
CREATE POLICY "tenant_select" ON "ai_citations" AS PERMISSIVE FOR SELECT TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "ai_citations" AS PERMISSIVE FOR INSERT TO "parley_app" WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "knowledge_gap_questions" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "knowledge_gaps" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));