CREATE TABLE "prompt_releases" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"prompt_id" text collate "C" NOT NULL,
	"number" integer NOT NULL,
	"shares" jsonb NOT NULL,
	"is_rollback" boolean NOT NULL,
	"before" integer,
	"created_by_kind" text NOT NULL,
	"created_by_id" text collate "C" NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "prompt_releases_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "prompt_releases_number_key" UNIQUE("tenant_id","prompt_id","number")
);
--> statement-breakpoint
ALTER TABLE "prompt_releases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "prompt_versions" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"prompt_id" text collate "C" NOT NULL,
	"number" integer NOT NULL,
	"template" text NOT NULL,
	"variables" jsonb NOT NULL,
	"note" text,
	"created_by_kind" text NOT NULL,
	"created_by_id" text collate "C" NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "prompt_versions_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "prompt_versions_number_key" UNIQUE("tenant_id","prompt_id","number")
);
--> statement-breakpoint
ALTER TABLE "prompt_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "prompts" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"task" text NOT NULL,
	"level" text NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "prompts_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "prompts_owner_key" UNIQUE("tenant_id","task","level","user_id"),
	CONSTRAINT "prompts_task_check" CHECK ("prompts"."task" in ('READ_ORDER', 'ANSWER_QUESTION')),
	CONSTRAINT "prompts_level_check" CHECK ("prompts"."level" in ('TENANT', 'USER')),
	CONSTRAINT "prompts_user_check" CHECK (("prompts"."level" = 'USER') = ("prompts"."user_id" <> ''))
);
--> statement-breakpoint
ALTER TABLE "prompts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "evaluation_results" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"run_id" text collate "C" NOT NULL,
	"example_id" text collate "C" NOT NULL,
	"expected" jsonb NOT NULL,
	"read" jsonb NOT NULL,
	"matched" integer NOT NULL,
	"missed" integer NOT NULL,
	"invented" integer NOT NULL,
	"is_exact" boolean NOT NULL,
	"money_error_minor" bigint NOT NULL,
	"error" text,
	"cost_micro_usd" bigint NOT NULL,
	"latency_ms" integer NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "evaluation_results_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "evaluation_results_example_key" UNIQUE("tenant_id","run_id","example_id")
);
--> statement-breakpoint
ALTER TABLE "evaluation_results" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "evaluation_runs" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"prompt_version_id" text collate "C",
	"model" text NOT NULL,
	"state" text NOT NULL,
	"failure_reason" text,
	"golden_set" text NOT NULL,
	"example_count" integer NOT NULL,
	"created_by_kind" text NOT NULL,
	"created_by_id" text collate "C" NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	"finished_at" timestamp (6) with time zone,
	CONSTRAINT "evaluation_runs_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "evaluation_runs_state_check" CHECK ("evaluation_runs"."state" in ('RUNNING', 'DONE', 'FAILED')),
	CONSTRAINT "evaluation_runs_finished_check" CHECK (("evaluation_runs"."state" = 'RUNNING') = ("evaluation_runs"."finished_at" is null))
);
--> statement-breakpoint
ALTER TABLE "evaluation_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "ai_responses" ADD COLUMN "prompt_version_id" text collate "C";--> statement-breakpoint
ALTER TABLE "prompt_releases" ADD CONSTRAINT "prompt_releases_prompt_id_fkey" FOREIGN KEY ("tenant_id","prompt_id") REFERENCES "public"."prompts"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prompt_versions" ADD CONSTRAINT "prompt_versions_prompt_id_fkey" FOREIGN KEY ("tenant_id","prompt_id") REFERENCES "public"."prompts"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prompts" ADD CONSTRAINT "prompts_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_results" ADD CONSTRAINT "evaluation_results_run_id_fkey" FOREIGN KEY ("tenant_id","run_id") REFERENCES "public"."evaluation_runs"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_results" ADD CONSTRAINT "evaluation_results_example_id_fkey" FOREIGN KEY ("tenant_id","example_id") REFERENCES "public"."learned_examples"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_runs" ADD CONSTRAINT "evaluation_runs_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "prompts_newest" ON "prompts" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "evaluation_results_newest" ON "evaluation_results" USING btree ("tenant_id","run_id","created_at","id");--> statement-breakpoint
CREATE INDEX "evaluation_runs_newest" ON "evaluation_runs" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "evaluation_runs_prompt" ON "evaluation_runs" USING btree ("tenant_id","prompt_version_id","created_at","id");--> statement-breakpoint
CREATE INDEX "ai_responses_prompt" ON "ai_responses" USING btree ("tenant_id","prompt_version_id","created_at") WHERE prompt_version_id is not null;--> statement-breakpoint
CREATE POLICY "tenant_select" ON "prompt_releases" AS PERMISSIVE FOR SELECT TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "prompt_releases" AS PERMISSIVE FOR INSERT TO "parley_app" WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_select" ON "prompt_versions" AS PERMISSIVE FOR SELECT TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "prompt_versions" AS PERMISSIVE FOR INSERT TO "parley_app" WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "prompts" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_select" ON "evaluation_results" AS PERMISSIVE FOR SELECT TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "evaluation_results" AS PERMISSIVE FOR INSERT TO "parley_app" WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "evaluation_runs" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));