package stet.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stet.diff.rank.Weights;
import stet.extract.read.Extractors;
import stet.fetch.FetchOptions;
import stet.fetch.FetchOptions.Politeness;
import stet.notify.rule.AlertTables;
import stet.notify.rule.RuleException;
import stet.report.ReportOptions;
import stet.story.Engine;
import stet.text.NearestName;
import stet.timeline.quote.QuotedTimelines;
import stet.watch.WatchOptions;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/** The settings of a collection: what {@code stet.toml} says, and the defaults for the rest. */
public final class Settings {
  /** The file in the collection's folder. */
  public static final String FILE = "stet.toml";

  /** Begins the names of what describes a web archive: {@code archive.NAME.raw} and so on. */
  private static final String ARCHIVE = "archive.";

  /** Begins the keys of what outlets are called: {@code names."paper.example"}. */
  private static final String NAMES = "names.";

  private final Path home;
  private final Map<SettingKey, String> stated;
  private final Map<String, String> archives;
  private final Map<String, String> names = new TreeMap<>();
  private final AlertTables alerts;

  private Settings(
      Path home, Map<SettingKey, String> stated, Map<String, String> archives, AlertTables alerts) {
    this.home = home;
    this.stated = stated;
    this.archives = archives;
    this.alerts = alerts;
  }

  /**
   * Reads them.
   *
   * @param home the collection's folder
   * @throws AppException when the file cannot be read or says something that no setting may be
   */
  public static Settings read(Path home) {
    Path file = home.resolve(FILE);
    try {
      return of(file, Files.exists(file) ? Files.readString(file) : "");
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * What a file would say.
   *
   * @param file as which it is complained of
   * @param text its content
   * @throws AppException see {@link #read}
   */
  public static Settings of(Path file, String text) {
    Map<SettingKey, String> stated = new TreeMap<>();
    Map<String, String> archives = new TreeMap<>();
    Path home = Objects.requireNonNullElse(file.getParent(), Path.of("."));
    if (text.isBlank()) {
      // Most commands run without any; the reader of TOML is large.
      return new Settings(home, stated, archives, AlertTables.NONE);
    }
    JsonNode root = parse(file, text);
    Settings settings = new Settings(home, stated, archives, alerts(file, root));
    flatten(root)
        .forEach(
            (id, value) -> {
              if (id.startsWith(ARCHIVE)) {
                archives.put(id.substring(ARCHIVE.length()), value);
              } else if (id.startsWith(NAMES)) {
                settings.names.put(id.substring(NAMES.length()), value);
              } else {
                stated.put(known(file, id, value), value);
              }
            });
    return settings;
  }

  /** All that the file says of web archives, by name and field: {@code fictional.raw} and so on. */
  public Map<String, String> archives() {
    return archives;
  }

  /** What outlets are called where a document names them, by their names in the collection. */
  public Map<String, String> names() {
    return names;
  }

  /**
   * The outlets of which only changed sentences are published; {@link QuotedTimelines#ALL} among
   * them stands for all.
   */
  public Set<String> quoteOnly() {
    String said = get(SettingKey.REPORT_QUOTE_ONLY).strip();
    if (said.equals("true")) {
      return Set.of(QuotedTimelines.ALL);
    }
    return said.equals("false")
        ? Set.of()
        : Stream.of(said.split(","))
            .map(String::strip)
            .filter(outlet -> !outlet.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** What the file says of channels and of rules for alerts, not looked at any closer. */
  public AlertTables alerts() {
    return alerts;
  }

  /** What the file says of a web archive, by field; empty where it says nothing. */
  Map<String, String> archive(String name) {
    Map<String, String> fields = new TreeMap<>();
    archives.forEach(
        (id, value) -> {
          if (id.startsWith(name + ".")) {
            fields.put(id.substring(name.length() + 1), value);
          }
        });
    return fields;
  }

  private static AlertTables alerts(Path file, JsonNode root) {
    try {
      return AlertTables.takenFrom(root);
    } catch (RuleException e) {
      throw AppException.failed("'" + file + "': " + e.getMessage());
    }
  }

  private static JsonNode parse(Path file, String text) {
    try {
      return new TomlMapper().readTree(text);
    } catch (JacksonException e) {
      throw AppException.failed(
          SettingsFile.fault(
              file, text, e.getLocation().getLineNr(), e.getLocation().getColumnNr(), said(e)));
    }
  }

  private static String said(JacksonException e) {
    String said = e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
    return said.lines().findFirst().orElse("");
  }

  private static AppException unreadable(Path file, Exception e) {
    String why = e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
    return AppException.failed("cannot read '" + file + "': " + why);
  }

  private static Map<String, String> flatten(JsonNode root) {
    Map<String, String> flat = new LinkedHashMap<>();
    root.properties()
        .forEach(
            e -> {
              if (e.getValue().isObject()) {
                flatten(e.getValue()).forEach((k, v) -> flat.put(e.getKey() + "." + k, v));
              } else {
                flat.put(e.getKey(), e.getValue().asString(""));
              }
            });
    return flat;
  }

  private static SettingKey known(Path file, String id, String value) {
    for (SettingKey key : SettingKey.values()) {
      if (key.id().equals(id)) {
        String problem = key.complaint(value);
        if (!problem.isEmpty()) {
          throw AppException.failed("'" + file + "': " + problem);
        }
        return key;
      }
    }
    throw AppException.failed("'" + file + "': no setting '" + id + "'" + meant(id));
  }

  /** Tables of alerts that are written wrongly are no settings of the list. */
  private static String meant(String id) {
    String table = id.contains(".") ? id.substring(0, id.indexOf('.')) : id;
    String near = NearestName.of(table, List.of("channel", "alert")).orElse("");
    if (near.equals("channel") && id.matches("[^.]+\\.[^.]+(\\..*)?")) {
      return "; did you mean the table [channel." + id.split("\\.")[1] + "]?";
    }
    return near.equals("alert") ? "; did you mean [[alert]]?" : "; 'stet config' lists them";
  }

  /** What was stated, else the default. */
  public String get(SettingKey key) {
    return stated.getOrDefault(key, key.standard());
  }

  /** Whether the file states it. */
  public boolean isStated(SettingKey key) {
    return stated.containsKey(key);
  }

  /**
   * What reads and compares the collection's pages. The rules are read now.
   *
   * @throws AppException when there are none where the settings say
   */
  public Engine engine() {
    String rules = get(SettingKey.EXTRACT_RULES);
    return rules.isEmpty()
        ? Engine.standard()
        : Engine.with(Extractors.with(RulesFile.read(home.resolve(rules))));
  }

  /** How long to wait while another stet writes. */
  public Duration lockWait() {
    return Duration.ofSeconds(Long.parseLong(get(SettingKey.LOCK_WAIT)));
  }

  /** The largest page that is taken, in bytes after unpacking. */
  public long maxSize() {
    return Long.parseLong(get(SettingKey.IMPORT_MAX_SIZE));
  }

  /** The largest file that is taken in from the network, in bytes. */
  public long maxUpload() {
    return Long.parseLong(get(SettingKey.IMPORT_MAX_UPLOAD));
  }

  /** How many connections a server holds at the same time. */
  public int maxConnections() {
    return Integer.parseInt(get(SettingKey.SERVE_MAX_CONNECTIONS));
  }

  /** The zone in which reports show times beside UTC. */
  public ZoneId zone() {
    return ZoneId.of(get(SettingKey.REPORT_ZONE));
  }

  /** By which weights edits are ranked. */
  public Weights weights() {
    return Weights.of(get(SettingKey.RANK_WEIGHTS));
  }

  /** How servers are asked. */
  public FetchOptions fetching() {
    Politeness standard = Politeness.STANDARD;
    Politeness politeness =
        new Politeness(
            Duration.ofSeconds(Long.parseLong(get(SettingKey.FETCH_MIN_DELAY))),
            standard.maxCrawlDelay(),
            Integer.parseInt(get(SettingKey.FETCH_DAILY_BUDGET)),
            standard.firstBackOff(),
            standard.maxBackOff(),
            standard.maxRetryAfter(),
            standard.longestPause());
    return FetchOptions.STANDARD
        .withContact(get(SettingKey.FETCH_CONTACT))
        .withPoliteness(politeness)
        .withAllowedPrivateHosts(hosts(get(SettingKey.FETCH_PRIVATE_HOSTS)));
  }

  private static Set<String> hosts(String list) {
    return Arrays.stream(list.toLowerCase(Locale.ROOT).split("[,\\s]+"))
        .filter(host -> !host.isEmpty())
        .collect(Collectors.toSet());
  }

  /** Verdicts that reviewers choose from. */
  public List<String> verdicts() {
    return Arrays.stream(get(SettingKey.REVIEW_VERDICTS).split(","))
        .map(String::strip)
        .filter(v -> !v.isEmpty())
        .distinct()
        .toList();
  }

  /** How the watch goes about it. */
  public WatchOptions watching() {
    return WatchOptions.STANDARD
        .withWorkers(Integer.parseInt(get(SettingKey.WATCH_WORKERS)))
        .withBrowsers(Integer.parseInt(get(SettingKey.FETCH_BROWSERS)))
        .withKeenness(Double.parseDouble(get(SettingKey.WATCH_KEENNESS)))
        .withHeartbeat(Duration.ofMinutes(Long.parseLong(get(SettingKey.WATCH_HEARTBEAT))));
  }

  /** After how long without a check, though something is due, nobody seems to watch. */
  public Duration stale() {
    return Duration.ofMinutes(Long.parseLong(get(SettingKey.STATUS_STALE)));
  }

  /**
   * What comes before the key in the address that hubs call, with a slash at its end; empty where
   * none is to call.
   */
  public String hubCallback() {
    String base = get(SettingKey.WEBSUB_CALLBACK);
    return base.isEmpty() ? "" : base.replaceFirst("/*$", "/websub/");
  }

  /**
   * Address of the folder under which the report is published, with a slash at its end; empty where
   * it is not.
   */
  public String published() {
    return report("").base();
  }

  /**
   * What a report says and how.
   *
   * @param program name and version of the program, which each page states
   */
  public ReportOptions report(String program) {
    return new ReportOptions(
        get(SettingKey.REPORT_TITLE),
        zone(),
        program,
        get(SettingKey.REPORT_BASE_URL),
        get(SettingKey.WEBSUB_HUB),
        get(SettingKey.REPORT_PICTURES).equals("png"));
  }
}
