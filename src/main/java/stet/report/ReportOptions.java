package stet.report;

import java.time.ZoneId;

/**
 * How a site is written.
 *
 * @param title the name of the collection, shown on every page
 * @param zone the zone in which times are shown beside UTC
 * @param producer name and version of the program, as the footer states it
 * @param base the address under which the site is published, with a slash at its end; empty where
 *     it is not, and then every address is relative
 * @param hub address of a hub (WebSub) that feeds name; empty for none
 * @param png whether each picture to share is drawn as PNG too, with the fonts of this machine
 */
public record ReportOptions(
    String title, ZoneId zone, String producer, String base, String hub, boolean png) {
  public ReportOptions {
    if (!base.isEmpty() && !base.endsWith("/")) {
      base = base + "/";
    }
  }

  /** A site whose feeds name no hub. */
  public ReportOptions(String title, ZoneId zone, String producer, String base, boolean png) {
    this(title, zone, producer, base, "", png);
  }

  /** A site that is read from a folder, with SVG pictures alone. */
  public ReportOptions(String title, ZoneId zone, String producer) {
    this(title, zone, producer, "", false);
  }
}
