CREATE TABLE "ai_budget_months" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"spent_micro_usd" bigint DEFAULT 0 NOT NULL,
	"reserved_micro_usd" bigint DEFAULT 0 NOT NULL,
	"warned_percent" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "ai_budget_months_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "ai_budget_months_not_negative" CHECK ("ai_budget_months"."spent_micro_usd" >= 0 and "ai_budget_months"."reserved_micro_usd" >= 0)
);
--> statement-breakpoint
ALTER TABLE "ai_budget_months" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ai_reservations" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"month" text collate "C" NOT NULL,
	"micro_usd" bigint NOT NULL,
	"expires_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "ai_reservations_pkey" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "ai_reservations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "conversations" DROP CONSTRAINT "conversations_bot_reason_check";--> statement-breakpoint
ALTER TABLE "ai_responses" ADD COLUMN "attempt" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "ai_budget_months" ADD CONSTRAINT "ai_budget_months_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ai_reservations" ADD CONSTRAINT "ai_reservations_month_fkey" FOREIGN KEY ("tenant_id","month") REFERENCES "public"."ai_budget_months"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ai_reservations_expired" ON "ai_reservations" USING btree ("tenant_id","month","expires_at");--> statement-breakpoint
CREATE INDEX "ai_responses_failed" ON "ai_responses" USING btree ("tenant_id","created_at","id") WHERE outcome <> 'OK';--> statement-breakpoint
CREATE INDEX "orders_confirmed_idx" ON "orders" USING btree ("tenant_id","confirmed_at") WHERE "orders"."confirmed_at" is not null;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_bot_reason_check" CHECK ("conversations"."bot_reason" in ('HUMAN_REPLIED', 'SWITCHED', 'CUSTOMER_ASKED', 'LOW_CONFIDENCE', 'POLICY', 'ERROR', 'RECOVERED', 'BUDGET', 'LOOP'));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "ai_budget_months" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));--> statement-breakpoint
CREATE POLICY "tenant_all" ON "ai_reservations" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));