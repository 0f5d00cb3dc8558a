CREATE TABLE "agents" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"task" text NOT NULL,
	"name" text NOT NULL,
	"mode" text NOT NULL,
	"model" text,
	"may" text[] NOT NULL,
	"channels" text[] NOT NULL,
	"hours" jsonb NOT NULL,
	"outside_hours" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	"updated_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "agents_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "agents_task_check" CHECK ("agents"."task" in ('READ_ORDER', 'ANSWER_QUESTION')),
	CONSTRAINT "agents_mode_check" CHECK ("agents"."mode" in ('LIVE', 'SHADOW', 'OFF')),
	CONSTRAINT "agents_outside_hours_check" CHECK ("agents"."outside_hours" in ('PEOPLE', 'WAIT')),
	CONSTRAINT "agents_name_check" CHECK (length("agents"."name") between 1 and 100)
);
--> statement-breakpoint
ALTER TABLE "agents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "shadow_readings" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"agent_id" text collate "C" NOT NULL,
	"order_id" text collate "C" NOT NULL,
	"message_count" integer NOT NULL,
	"read" jsonb NOT NULL,
	"confidence" double precision NOT NULL,
	"error" text,
	"cost_micro_usd" bigint NOT NULL,
	"latency_ms" integer NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "shadow_readings_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "shadow_readings_order_key" UNIQUE("tenant_id","agent_id","order_id")
);
--> statement-breakpoint
ALTER TABLE "shadow_readings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "conversations" DROP CONSTRAINT "conversations_bot_reason_check";--> statement-breakpoint
ALTER TABLE "ai_responses" ADD COLUMN "agent_id" text collate "C";--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "assistant_stopped_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "agents" ADD CONSTRAINT "agents_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shadow_readings" ADD CONSTRAINT "shadow_readings_agent_id_fkey" FOREIGN KEY ("tenant_id","agent_id") REFERENCES "public"."agents"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shadow_readings" ADD CONSTRAINT "shadow_readings_order_id_fkey" FOREIGN KEY ("tenant_id","order_id") REFERENCES "public"."orders"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "agents_live_key" ON "agents" USING btree ("tenant_id","task") WHERE mode = 'LIVE';--> statement-breakpoint
CREATE INDEX "agents_newest" ON "agents" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "shadow_readings_newest" ON "shadow_readings" USING btree ("tenant_id","agent_id","created_at","id");--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_bot_reason_check" CHECK ("conversations"."bot_reason" in ('HUMAN_REPLIED', 'SWITCHED', 'CUSTOMER_ASKED', 'LOW_CONFIDENCE', 'POLICY', 'ERROR', 'RECOVERED', 'BUDGET', 'LOOP', 'STOPPED'));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "agents" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_select" ON "shadow_readings" AS PERMISSIVE FOR SELECT TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "shadow_readings" AS PERMISSIVE FOR INSERT TO "parley_app" WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));