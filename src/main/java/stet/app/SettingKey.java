package stet.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import stet.app.browser.BrowserRule;
import stet.diff.rank.Weights;
import stet.fetch.FetchOptions;
import stet.postgres.PostgresAddress;
import stet.report.page.dossier.Wording;
import stet.watch.plan.RecheckPolicy;

/** Every setting of a collection that there is, with its default and its meaning. */
public enum SettingKey {
  REPORT_TITLE("report.title", "stet", "name of the collection, shown on every page"),
  REPORT_ZONE("report.zone", "UTC", "time zone in which reports show times beside UTC"),
  REPORT_BASE_URL("report.base-url", "", "address under which the report is published, if it is"),
  REPORT_PICTURES("report.pictures", "svg", "'svg', or 'png' for pictures to share in both forms"),
  REPORT_AUTHOR("report.author", "", "who answers for a dossier, on its cover"),
  REPORT_LOGO(
      "report.logo", "", "picture on a dossier's cover, a file from the collection's folder"),
  REPORT_INTRODUCTION("report.introduction", "", "text with which a dossier begins"),
  REPORT_LANGUAGE("report.language", "en", "language of a dossier: en, de, fr or es"),
  RANK_WEIGHTS(
      "rank.weights",
      "",
      "weights of edits that differ from the usual ones, such as 'number 40, late 0'"),
  REPORT_QUOTE_ONLY(
      "report.quote-only",
      "",
      "outlets with commas between, or 'all', of which only changed sentences are published"),
  IMPORT_MAX_SIZE("import.max-size", "67108864", "largest page taken, in bytes after unpacking"),
  IMPORT_MAX_UPLOAD(
      "import.max-upload", "268435456", "largest file that 'stet serve' takes in, in bytes"),
  EXTRACT_RULES(
      "extract.rules", "", "file of your own rules for single sites, from the collection's folder"),
  EVIDENCE_AUTHORITY(
      "evidence.authority", "", "address of a time-stamp authority (RFC 3161) for evidence"),
  LOCK_WAIT("lock.wait", "10", "seconds to wait while another stet writes"),
  FETCH_CONTACT(
      "fetch.contact", "", "mail or web address that the user agent names, for those asked"),
  FETCH_MIN_DELAY("fetch.min-delay", "2", "seconds between two requests to one host"),
  FETCH_DAILY_BUDGET("fetch.daily-budget", "5000", "requests to one host in a day at the most"),
  FETCH_BROWSER(
      "fetch.browser",
      "auto",
      "pages shown in a browser: auto, never or always, then outlets, as 'auto, paper.example always'"),
  FETCH_BROWSERS("fetch.browsers", "1", "pages shown in browsers at the same time"),
  FETCH_PICTURES("fetch.pictures", "none", "'none', or 'desktop' for a picture of each version"),
  FETCH_PRIVATE_HOSTS(
      "fetch.private-hosts", "", "hosts that may be on private addresses, with commas between"),
  REVIEW_VERDICTS(
      "review.verdicts",
      "factual correction, softened, hardened, update, stealth, typo, layout",
      "verdicts that reviewers choose from, with commas between, at most nine"),
  SERVE_MAX_CONNECTIONS(
      "serve.max-connections", "2000", "connections that 'stet serve' holds at the same time"),
  WATCH_WORKERS("watch.workers", "16", "hosts asked at the same time"),
  WATCH_KEENNESS(
      "watch.keenness",
      Double.toString(RecheckPolicy.DEFAULT_KEENNESS),
      "how likely a change must be for a check; lower means more checks"),
  WATCH_HEARTBEAT(
      "watch.heartbeat", "60", "minutes without a check until the watch says that it is alive"),
  WATCH_STORE(
      "watch.store",
      "",
      "queue that several watches share, such as 'postgresql://stet@db.example/news'; none: watch.db"),
  WATCH_STORE_PASSWORD_FILE(
      "watch.store-password-file",
      "",
      "file with the queue's password, from the collection's folder"),
  WATCH_STORE_PASSWORD_ENV(
      "watch.store-password-env", "", "variable of the environment with the queue's password"),
  STATUS_STALE(
      "status.stale", "60", "minutes without a check, though one was due, that are too many"),
  WEBSUB_CALLBACK(
      "websub.callback", "", "https address that leads to 'stet serve', for hubs of lists to call"),
  WEBSUB_HUB("websub.hub", "", "address of a hub that is told when feeds of the report change");

  private static final Set<SettingKey> NUMBERS =
      EnumSet.of(
          SettingKey.IMPORT_MAX_SIZE,
          SettingKey.IMPORT_MAX_UPLOAD,
          SettingKey.LOCK_WAIT,
          SettingKey.FETCH_MIN_DELAY,
          SettingKey.FETCH_DAILY_BUDGET,
          SettingKey.FETCH_BROWSERS,
          SettingKey.SERVE_MAX_CONNECTIONS,
          SettingKey.WATCH_WORKERS,
          SettingKey.WATCH_HEARTBEAT,
          SettingKey.STATUS_STALE);

  private final String id;
  private final String standard;
  private final String meaning;

  SettingKey(String id, String standard, String meaning) {
    this.id = id;
    this.standard = standard;
    this.meaning = meaning;
  }

  /**
   * The setting of that name.
   *
   * @throws AppException when there is none
   */
  public static SettingKey of(String id) {
    for (SettingKey key : values()) {
      if (key.id.equals(id)) {
        return key;
      }
    }
    throw AppException.invalid("no setting '" + id + "'; 'stet config' lists them");
  }

  /** Its name, such as {@code report.title}. */
  public String id() {
    return id;
  }

  /** Its value where {@code stet.toml} states none. */
  public String standard() {
    return standard;
  }

  /** What it is for, in a few words. */
  public String meaning() {
    return meaning;
  }

  /** Says in a few words what is wrong with {@code value}; empty when nothing is. */
  public String problem(String value) {
    return switch (this) {
      case REPORT_TITLE -> value.isBlank() ? "must not be empty" : "";
      case REPORT_ZONE -> isZone(value) ? "" : "is not a time zone such as 'Asia/Kolkata'";
      case REPORT_BASE_URL ->
          value.isEmpty() || isWebAddress(value) ? "" : "is not an http or https address";
      case REPORT_PICTURES ->
          value.equals("svg") || value.equals("png") ? "" : "must be 'svg' or 'png'";
      case RANK_WEIGHTS -> Weights.problem(value);
      case IMPORT_MAX_SIZE -> isNumber(value, 1, 1L << 30) ? "" : "must be 1 to 1073741824";
      case IMPORT_MAX_UPLOAD -> isNumber(value, 1, 1L << 34) ? "" : "must be 1 to 17179869184";
      case REPORT_AUTHOR, REPORT_INTRODUCTION -> "";
      case REPORT_LANGUAGE ->
          Wording.LANGUAGES.contains(value)
              ? ""
              : "must be " + String.join(", ", Wording.LANGUAGES);
      case EXTRACT_RULES, REPORT_LOGO -> isPath(value) ? "" : "is not a path";
      case EVIDENCE_AUTHORITY ->
          value.isEmpty() || isWebAddress(value) ? "" : "is not an http or https address";
      case LOCK_WAIT -> isNumber(value, 0, 3600) ? "" : "must be 0 to 3600";
      case FETCH_CONTACT -> isContact(value) ? "" : "must be one address without spaces";
      case FETCH_MIN_DELAY -> isNumber(value, 0, 3600) ? "" : "must be 0 to 3600";
      case FETCH_DAILY_BUDGET -> isNumber(value, 1, 1_000_000) ? "" : "must be 1 to 1000000";
      case FETCH_BROWSER -> BrowserRule.problem(value);
      case FETCH_PICTURES ->
          value.equals("none") || value.equals("desktop") ? "" : "must be 'none' or 'desktop'";
      case FETCH_BROWSERS -> isNumber(value, 1, 32) ? "" : "must be 1 to 32";
      case FETCH_PRIVATE_HOSTS, REPORT_QUOTE_ONLY -> "";
      case REVIEW_VERDICTS ->
          value.matches("[^,]{1,40}(,[^,]{1,40}){0,8}") ? "" : "must be one to nine short names";
      case SERVE_MAX_CONNECTIONS -> isNumber(value, 1, 100_000) ? "" : "must be 1 to 100000";
      case WATCH_WORKERS -> isNumber(value, 1, 256) ? "" : "must be 1 to 256";
      case WATCH_HEARTBEAT -> isNumber(value, 0, 10_080) ? "" : "must be 0 to 10080";
      case WEBSUB_CALLBACK ->
          value.isEmpty() || value.startsWith("https://") && isWebAddress(value)
              ? ""
              : "is not an https address";
      case WEBSUB_HUB ->
          value.isEmpty() || isWebAddress(value) ? "" : "is not an http or https address";
      case WATCH_STORE -> value.isEmpty() ? "" : PostgresAddress.problem(value);
      case WATCH_STORE_PASSWORD_FILE -> isPath(value) ? "" : "is not a path";
      case WATCH_STORE_PASSWORD_ENV ->
          value.isEmpty() || value.matches("[A-Za-z_][A-Za-z0-9_]*")
              ? ""
              : "is not the name of a variable";
      case STATUS_STALE -> isNumber(value, 1, 10_080) ? "" : "must be 1 to 10080";
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

  /** What is wrong with a value, with the value unless it may hold a secret; empty for nothing. */
  public String complaint(String value) {
    String problem = problem(value);
    boolean guarded = this == WATCH_STORE || this == WATCH_STORE_PASSWORD_ENV;
    return problem.isEmpty() ? "" : id + (guarded ? " " : " '" + value + "' ") + problem;
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

  @SuppressWarnings("ReturnValueIgnored") // Only whether it can be read as a path is asked.
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
