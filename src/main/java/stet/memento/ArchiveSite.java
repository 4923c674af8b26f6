package stet.memento;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import stet.ingest.ImportOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * A web archive and how to ask it. Addresses are templates in which {@code {url}}, {@code
 * {url-encoded}} and {@code {time}} are filled in; empty where the archive has no such service.
 *
 * @param id as a person types it
 * @param name for people
 * @param cdx its CDX server
 * @param timemap its TimeMaps
 * @param timegate its TimeGate
 * @param raw its captures as they were archived
 * @param onPrivateHost whether it may be on this machine or in a private network
 */
public record ArchiveSite(
    String id,
    String name,
    String cdx,
    String timemap,
    String timegate,
    String raw,
    boolean onPrivateHost) {
  private static final Set<String> FIELDS =
      Set.of("name", "cdx", "timemap", "timegate", "raw", "private");

  /** The archives that stet knows by itself, by id. */
  public static Map<String, ArchiveSite> standard() {
    try (InputStream in = ArchiveSite.class.getResourceAsStream("archives.toml")) {
      Map<String, ArchiveSite> sites = new LinkedHashMap<>();
      JsonNode root = new TomlMapper().readTree(in).path("archive");
      root.properties().forEach(e -> sites.put(e.getKey(), of(e.getKey(), fields(e.getValue()))));
      return sites;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> fields(JsonNode node) {
    Map<String, String> fields = new TreeMap<>();
    node.properties().forEach(e -> fields.put(e.getKey(), e.getValue().asString("")));
    return fields;
  }

  /**
   * An archive as a person describes it.
   *
   * @throws IllegalArgumentException when a field is not known or not valid; the message says which
   */
  public static ArchiveSite of(String id, Map<String, String> fields) {
    for (String field : fields.keySet()) {
      if (!FIELDS.contains(field)) {
        throw new IllegalArgumentException("an archive has no '" + field + "'");
      }
    }
    ArchiveSite site =
        new ArchiveSite(
            id,
            fields.getOrDefault("name", id),
            fields.getOrDefault("cdx", ""),
            fields.getOrDefault("timemap", ""),
            fields.getOrDefault("timegate", ""),
            fields.getOrDefault("raw", ""),
            fields.getOrDefault("private", "").equals("yes"));
    for (String template : new String[] {site.cdx, site.timemap, site.timegate, site.raw}) {
      if (!template.isEmpty() && !ImportOptions.isWebAddress(fill(template, "x", "0"))) {
        throw new IllegalArgumentException("'" + template + "' is no web address");
      }
    }
    if (site.cdx.isEmpty() && site.timemap.isEmpty() && site.timegate.isEmpty()) {
      throw new IllegalArgumentException("one of cdx, timemap and timegate is needed");
    }
    return site;
  }

  /** A template with its places filled in. */
  static String fill(String template, String url, String time) {
    return template
        .replace("{url-encoded}", URLEncoder.encode(url, StandardCharsets.UTF_8))
        .replace("{url}", url)
        .replace("{time}", time);
  }

  /** The hosts that may be private: none, or the archive's own, each with its port. */
  public Set<String> privateHosts() {
    Set<String> hosts = new TreeSet<>();
    for (String template : new String[] {cdx, timemap, timegate, raw}) {
      if (onPrivateHost && !template.isEmpty()) {
        hosts.add(URI.create(fill(template, "x", "0")).getAuthority());
      }
    }
    return hosts;
  }
}
