CREATE TABLE "order_change_proposals" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"order_id" text collate "C" NOT NULL,
	"order_version" integer NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"lines" jsonb NOT NULL,
	"review_reasons" jsonb NOT NULL,
	"words" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	"updated_at" timestamp (6) with time zone NOT NULL,
	"decided_at" timestamp (6) with time zone,
	"decided_by_kind" text,
	"decided_by_id" text collate "C",
	CONSTRAINT "order_change_proposals_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "order_change_proposals_kind_check" CHECK ("order_change_proposals"."kind" in ('CHANGE', 'CANCEL')),
	CONSTRAINT "order_change_proposals_state_check" CHECK ("order_change_proposals"."state" in ('OPEN', 'ACCEPTED', 'REJECTED')),
	CONSTRAINT "order_change_proposals_decided_by_kind_check" CHECK ("order_change_proposals"."decided_by_kind" in ('USER', 'API_CLIENT', 'CUSTOMER', 'SYSTEM', 'ASSISTANT')),
	CONSTRAINT "order_change_proposals_decided_check" CHECK (num_nonnulls("order_change_proposals"."decided_at", "order_change_proposals"."decided_by_kind", "order_change_proposals"."decided_by_id")
        = case "order_change_proposals"."state" when 'OPEN' then 0 else 3 end)
);
--> statement-breakpoint
ALTER TABLE "order_change_proposals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "order_change_proposals" ADD CONSTRAINT "order_change_proposals_order_id_fkey" FOREIGN KEY ("tenant_id","order_id") REFERENCES "public"."orders"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "order_change_proposals_state_idx" ON "order_change_proposals" USING btree ("tenant_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "order_change_proposals_order_idx" ON "order_change_proposals" USING btree ("tenant_id","order_id","created_at","id");--> statement-breakpoint
CREATE POLICY "tenant_all" ON "order_change_proposals" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));