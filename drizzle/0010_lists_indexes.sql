DROP INDEX "customers_name_idx";--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "sort_name" text GENERATED ALWAYS AS (coalesce(lower(name), U&'\FFFF')) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "customers_sort_name_idx" ON "customers" USING btree ("tenant_id","sort_name","id");--> statement-breakpoint
CREATE INDEX "orders_updated_idx" ON "orders" USING btree ("tenant_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "orders_total_idx" ON "orders" USING btree ("tenant_id","total_minor","id");