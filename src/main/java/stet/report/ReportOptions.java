package stet.report;

import java.time.ZoneId;

/**
 * How a site is written.
 *
 * @param title the name of the collection, shown on every page
 * @param zone the zone in which times are shown beside UTC
 * @param producer name and version of the program, as the footer states it
 */
public record ReportOptions(String title, ZoneId zone, String producer) {}
