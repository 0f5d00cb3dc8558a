CREATE TABLE "allowances" (
	"name" text collate "C" PRIMARY KEY NOT NULL,
	"points" double precision NOT NULL,
	"granted" double precision NOT NULL,
	"settled_at" timestamp (6) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "allowances" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "system_all" ON "allowances" AS PERMISSIVE FOR ALL TO "parley_system" USING (true) WITH CHECK (true);