CREATE TABLE "pii_findings" (
	"tenant_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"message_id" text collate "C" NOT NULL,
	"type" text NOT NULL,
	"start_offset" integer NOT NULL,
	"end_offset" integer NOT NULL,
	"confidence" double precision NOT NULL,
	"state" text DEFAULT 'OPEN' NOT NULL,
	"reviewed_by_kind" text,
	"reviewed_by_id" text collate "C",
	"reviewed_at" timestamp (6) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (6) with time zone NOT NULL,
	"updated_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "pii_findings_pkey" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "pii_findings_type_check" CHECK ("pii_findings"."type" in ('EMAIL', 'IBAN', 'CREDIT_CARD', 'SSN', 'PHONE', 'ADDRESS')),
	CONSTRAINT "pii_findings_state_check" CHECK ("pii_findings"."state" in ('OPEN', 'CONFIRMED', 'DISMISSED')),
	CONSTRAINT "pii_findings_reviewed_by_kind_check" CHECK ("pii_findings"."reviewed_by_kind" in ('USER', 'API_CLIENT', 'CUSTOMER', 'SYSTEM', 'ASSISTANT')),
	CONSTRAINT "pii_findings_place_check" CHECK (0 <= "pii_findings"."start_offset" and "pii_findings"."start_offset" < "pii_findings"."end_offset"),
	CONSTRAINT "pii_findings_review_check" CHECK (num_nonnulls("pii_findings"."reviewed_by_kind", "pii_findings"."reviewed_by_id", "pii_findings"."reviewed_at")
        = case "pii_findings"."state" when 'OPEN' then 0 else 3 end)
);
--> statement-breakpoint
ALTER TABLE "pii_findings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "pii_findings" ADD CONSTRAINT "pii_findings_message_id_fkey" FOREIGN KEY ("tenant_id","message_id") REFERENCES "public"."messages"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pii_findings_created_idx" ON "pii_findings" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "pii_findings_state_idx" ON "pii_findings" USING btree ("tenant_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "pii_findings_type_idx" ON "pii_findings" USING btree ("tenant_id","type","created_at","id");--> statement-breakpoint
CREATE INDEX "pii_findings_message_idx" ON "pii_findings" USING btree ("tenant_id","message_id");--> statement-breakpoint
CREATE POLICY "tenant_all" ON "pii_findings" AS PERMISSIVE FOR ALL TO "parley_app" USING ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')));