package stet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import stet.extract.Extractors;
import stet.fetch.FetchOptions;
import stet.track.Engine;
import stet.watch.RecheckPolicy;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/** The settings of a collection: what {@code stet.toml} says, and the defaults for the rest. */
final class Settings {
  static final String FILE = "stet.toml";

  /** Every setting there is, with its default and its meaning. */
  enum Key {
    REPORT_TITLE("report.title", "stet", "name of the collection, shown on every page"),
    REPORT_ZONE("report.zone", "UTC", "time zone in which reports show times beside UTC"),
    REPORT_BASE_URL("report.base-url", "", "address under which the report is published, if it is"),
    REPORT_PICTURES(
        "report.pictures", "svg", "'svg', or 'png' for pictures to share in both forms"),
    IMPORT_MAX_SIZE("import.max-size", "67108864", "largest page taken, in bytes after unpacking"),
    EXTRACT_RULES(
        "extract.rules",
        "",
        "file of your own rules for single sites, from the collection's folder"),
    EVIDENCE_AUTHORITY(
        "evidence.authority", "", "address of a time-stamp authority (RFC 3161) for evidence"),
    LOCK_WAIT("lock.wait", "10", "seconds to wait while another stet writes"),
    FETCH_CONTACT(
        "fetch.contact", "", "mail or web address that the user agent names, for those asked"),
    FETCH_MIN_DELAY("fetch.min-delay", "2", "seconds between two requests to one host"),
    FETCH_DAILY_BUDGET("fetch.daily-budget", "5000", "requests to one host in a day at the most"),
    FETCH_PRIVATE_HOSTS(
        "fetch.private-hosts", "", "hosts that may be on private addresses, with commas between"),
    WATCH_WORKERS("watch.workers", "16", "hosts asked at the same time"),
    WATCH_KEENNESS(
        "watch.keenness",
        Double.toString(RecheckPolicy.DEFAULT_KEENNESS),
        "how likely a change must be for a check; lower means more checks");

    final String id;
    final String standard;
    final String meaning;

    Key(String id, String standard, String meaning) {
      this.id = id;
      this.standard = standard;
      this.meaning = meaning;
    }

    static Key of(String id) {
      for (Key key : values()) {
        if (key.id.equals(id)) {
          return key;
        }
      }
      throw new Failure(ExitCode.USAGE, "no setting '" + id + "'; 'stet config' lists them");
    }

    /** Says in a few words what is wrong with {@code value}; empty when nothing is. */
    String problem(String value) {
      return switch (this) {
        case REPORT_TITLE -> value.isBlank() ? "must not be empty" : "";
        case REPORT_ZONE -> isZone(value) ? "" : "is not a time zone such as 'Asia/Kolkata'";
        case REPORT_BASE_URL ->
            value.isEmpty() || isWebAddress(value) ? "" : "is not an http or https address";
        case REPORT_PICTURES ->
            value.equals("svg") || value.equals("png") ? "" : "must be 'svg' or 'png'";
        case IMPORT_MAX_SIZE -> isNumber(value, 1, 1L << 30) ? "" : "must be 1 to 1073741824";
        case EXTRACT_RULES -> isPath(value) ? "" : "is not a path";
        case EVIDENCE_AUTHORITY ->
            value.isEmpty() || isWebAddress(value) ? "" : "is not an http or https address";
        case LOCK_WAIT -> isNumber(value, 0, 3600) ? "" : "must be 0 to 3600";
        case FETCH_CONTACT -> isContact(value) ? "" : "must be one address without spaces";
        case FETCH_MIN_DELAY -> isNumber(value, 0, 3600) ? "" : "must be 0 to 3600";
        case FETCH_DAILY_BUDGET -> isNumber(value, 1, 1_000_000) ? "" : "must be 1 to 1000000";
        case FETCH_PRIVATE_HOSTS -> "";
        case WATCH_WORKERS -> isNumber(value, 1, 256) ? "" : "must be 1 to 256";
        case WATCH_KEENNESS -> isKeenness(value) ? "" : "must be 0.0001 to 0.9";
      };
    }

    private static boolean isKeenness(String value) {
      return value.matches("0\\.[0-9]{1,6}")
          && Double.parseDouble(value) >= 0.0001
          && Double.parseDouble(value) <= 0.9;
    }

    private static boolean isContact(String value) {
      try {
        return FetchOptions.STANDARD.withContact(value).contact().equals(value);
      } catch (IllegalArgumentException e) {
        return false;
      }
    }

    boolean isNumber() {
      return NUMBERS.contains(this);
    }

    private static boolean isZone(String value) {
      try {
        ZoneId.of(value);
        return true;
      } catch (DateTimeException e) {
        return false;
      }
    }

    /** An address of a folder: no query, no fragment, and nothing that has to be escaped. */
    private static boolean isWebAddress(String value) {
      return value.matches("https?://[A-Za-z0-9.:-]+(/[A-Za-z0-9._~%/-]*)?");
    }

    private static boolean isPath(String value) {
      try {
        Path.of(value);
        return true;
      } catch (InvalidPathException e) {
        return false;
      }
    }

    private static boolean isNumber(String value, long least, long most) {
      try {
        long number = Long.parseLong(value);
        return number >= least && number <= most;
      } catch (NumberFormatException e) {
        return false;
      }
    }
  }

  private static final Set<Key> NUMBERS =
      EnumSet.of(
          Key.IMPORT_MAX_SIZE,
          Key.LOCK_WAIT,
          Key.FETCH_MIN_DELAY,
          Key.FETCH_DAILY_BUDGET,
          Key.WATCH_WORKERS);

  /** Begins the names of what describes a web archive: {@code archive.NAME.raw} and so on. */
  private static final String ARCHIVE = "archive.";

  private final Path home;
  private final Map<Key, String> stated;
  private final Map<String, String> archives;

  private Settings(Path home, Map<Key, String> stated, Map<String, String> archives) {
    this.home = home;
    this.stated = stated;
    this.archives = archives;
  }

  static Settings read(Path home) {
    Path file = home.resolve(FILE);
    Map<Key, String> stated = new TreeMap<>();
    Map<String, String> archives = new TreeMap<>();
    if (Files.exists(file)) {
      flatten(parse(file))
          .forEach(
              (id, value) -> {
                if (id.startsWith(ARCHIVE)) {
                  archives.put(id.substring(ARCHIVE.length()), value);
                } else {
                  stated.put(known(file, id, value), value);
                }
              });
    }
    return new Settings(home, stated, archives);
  }

  /** All that the file says of web archives, by name and field: {@code fictional.raw} and so on. */
  Map<String, String> archives() {
    return archives;
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

  private static JsonNode parse(Path file) {
    try {
      return new TomlMapper().readTree(Files.readString(file));
    } catch (IOException | JacksonException e) {
      String why = e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
      throw new Failure(ExitCode.FAILED, "cannot read '" + file + "': " + why);
    }
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

  private static Key known(Path file, String id, String value) {
    for (Key key : Key.values()) {
      if (key.id.equals(id)) {
        String problem = key.problem(value);
        if (!problem.isEmpty()) {
          throw new Failure(
              ExitCode.FAILED, "'" + file + "': " + id + " '" + value + "' " + problem);
        }
        return key;
      }
    }
    throw new Failure(
        ExitCode.FAILED, "'" + file + "': no setting '" + id + "'; 'stet config' lists them");
  }

  String get(Key key) {
    return stated.getOrDefault(key, key.standard);
  }

  boolean isStated(Key key) {
    return stated.containsKey(key);
  }

  /**
   * What reads and compares the collection's pages. The rules are read now.
   *
   * @throws Failure when there are none where the settings say
   */
  Engine engine() {
    String rules = get(Key.EXTRACT_RULES);
    return rules.isEmpty()
        ? Engine.standard()
        : Engine.with(Extractors.with(RulesFile.read(home.resolve(rules))));
  }

  Duration lockWait() {
    return Duration.ofSeconds(Long.parseLong(get(Key.LOCK_WAIT)));
  }

  long maxSize() {
    return Long.parseLong(get(Key.IMPORT_MAX_SIZE));
  }

  ZoneId zone() {
    return ZoneId.of(get(Key.REPORT_ZONE));
  }
}
