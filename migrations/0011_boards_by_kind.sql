ALTER TABLE `takes` ADD `seated` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE `boards` SET `kind` = 'full' WHERE `kind` = 'everyone';--> statement-breakpoint
INSERT INTO `boards` (`version`, `section`, `kind`) SELECT `version`, `section`, 'mirrored' FROM `boards`
	WHERE `id` IN (SELECT `board_id` FROM `takes` WHERE `mirror` = 1);--> statement-breakpoint
UPDATE `takes` SET `board_id` = (
	SELECT m.`id` FROM `boards` f JOIN `boards` m ON m.`version` = f.`version` AND m.`section` = f.`section` AND m.`kind` = 'mirrored'
	WHERE f.`id` = `takes`.`board_id`)
	WHERE `mirror` = 1 AND `board_id` IS NOT NULL;--> statement-breakpoint
INSERT INTO `bests` (`board_id`, `dancer_id`, `missing`, `at`, `take_id`, `grade`, `name`, `hidden`)
	SELECT `board_id`, `dancer_id`, 1000000 - `score`, `judged_at`, `id`, `grade`, `name`, `hidden` FROM (
		SELECT t.*, d.`name`, d.`hidden`,
			row_number() OVER (PARTITION BY t.`board_id`, t.`dancer_id` ORDER BY t.`score` DESC, t.`judged_at`, t.`id`) AS place
		FROM `takes` t JOIN `dancers` d ON d.`id` = t.`dancer_id`
		WHERE t.`mirror` = 1 AND t.`board_id` IS NOT NULL AND t.`judged_at` IS NOT NULL AND t.`doubt` IS NULL
			AND (t.`coverage` >= 850 OR t.`id` IN (SELECT `take_id` FROM `bests`)))
	WHERE place = 1;--> statement-breakpoint
DELETE FROM `bests` WHERE `board_id` IN (SELECT `id` FROM `boards` WHERE `kind` = 'full')
	AND `take_id` IN (SELECT `id` FROM `takes` WHERE `mirror` = 1);--> statement-breakpoint
INSERT INTO `bests` (`board_id`, `dancer_id`, `missing`, `at`, `take_id`, `grade`, `name`, `hidden`)
	SELECT `board_id`, `dancer_id`, 1000000 - `score`, `judged_at`, `id`, `grade`, `name`, `hidden` FROM (
		SELECT t.*, d.`name`, d.`hidden`,
			row_number() OVER (PARTITION BY t.`board_id`, t.`dancer_id` ORDER BY t.`score` DESC, t.`judged_at`, t.`id`) AS place
		FROM `bests` m JOIN `boards` b ON b.`id` = m.`board_id` AND b.`kind` = 'mirrored'
			JOIN `boards` f ON f.`version` = b.`version` AND f.`section` = b.`section` AND f.`kind` = 'full'
			JOIN `takes` t ON t.`board_id` = f.`id` AND t.`dancer_id` = m.`dancer_id`
			JOIN `dancers` d ON d.`id` = t.`dancer_id`
		WHERE t.`judged_at` IS NOT NULL AND t.`doubt` IS NULL AND t.`coverage` >= 850)
	WHERE place = 1 ON CONFLICT DO NOTHING;--> statement-breakpoint
DELETE FROM `buckets` WHERE `board_id` IN (
	SELECT f.`id` FROM `boards` m JOIN `boards` f ON f.`version` = m.`version` AND f.`section` = m.`section`
	WHERE m.`kind` = 'mirrored');--> statement-breakpoint
INSERT INTO `buckets` (`board_id`, `width`, `bucket`, `dancers`)
	SELECT b.`board_id`, w.`width`, b.`missing` / w.`width`, count(*)
	FROM `bests` b CROSS JOIN (SELECT 100 AS `width` UNION ALL SELECT 10000) w
	WHERE b.`hidden` = 0 AND b.`board_id` IN (
		SELECT f.`id` FROM `boards` m JOIN `boards` f ON f.`version` = m.`version` AND f.`section` = m.`section`
		WHERE m.`kind` = 'mirrored')
	GROUP BY 1, 2, 3;
