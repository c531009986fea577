CREATE TABLE `dancers` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "dancers_name_length" CHECK(length("dancers"."name") between 1 and 24)
);
--> statement-breakpoint
CREATE TABLE `devices` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`dancer_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`dancer_id`) REFERENCES `dancers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "devices_token_is_hash" CHECK(length("devices"."token_hash") = 64)
);
--> statement-breakpoint
CREATE INDEX `devices_by_dancer` ON `devices` (`dancer_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`dancer_id` text NOT NULL,
	`started_at` integer NOT NULL,
	FOREIGN KEY (`dancer_id`) REFERENCES `dancers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_by_dancer` ON `sessions` (`dancer_id`,`started_at`);