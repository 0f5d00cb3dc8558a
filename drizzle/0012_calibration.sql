ALTER TABLE "orders" ADD COLUMN "clear_confidence" double precision;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "corrected_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "ai_target_error_rate" double precision;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "ai_derived_threshold" double precision;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "ai_sample_rate" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "orders_outcomes_idx" ON "orders" USING btree ("tenant_id","confirmed_at") WHERE "orders"."clear_confidence" is not null and "orders"."confirmed_by_kind" <> 'ASSISTANT';--> statement-breakpoint
ALTER TABLE "tenants" ADD CONSTRAINT "tenants_ai_target_error_rate_check" CHECK ("tenants"."ai_target_error_rate" > 0 and "tenants"."ai_target_error_rate" <= 0.5);--> statement-breakpoint
ALTER TABLE "tenants" ADD CONSTRAINT "tenants_ai_sample_rate_check" CHECK ("tenants"."ai_sample_rate" between 0 and 1);