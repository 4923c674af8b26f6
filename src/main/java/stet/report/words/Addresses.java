package stet.report.words;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import stet.capture.Digest;
import stet.timeline.CaptureRef;
import stet.timeline.TrackedArticle;

/**
 * Names of the site's files. They are made from article keys, version numbers and a digest, never
 * from what a page says, so that no page can choose where a file is written.
 */
public final class Addresses {
  private static final Pattern SAFE_KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
  private static final int SLUG = 40;

  /** The page in an article's folder that compares its first version with its latest. */
  public static final String FIRST_LATEST = "first-latest.html";

  /** An article's data, in its folder, as a server answers. */
  public static final String DATA = "article.json";

  /** The same as a file, packed with gzip: beside pages it would be a sixth of the site. */
  public static final String PACKED_DATA = DATA + ".gz";

  private Addresses() {}

  /** The page of an article's notices, in its folder. */
  public static final String NOTICES = "notices.html";

  /** The calendar of the newest year. */
  public static final String CALENDAR = "days.html";

  /**
   * A page of the edits of a day.
   *
   * @param page from 0
   */
  public static String day(LocalDate day, int page) {
    return "d/" + day + (page == 0 ? "" : "-" + (page + 1)) + ".html";
  }

  /** The article's folder, with a slash at its end. */
  public static String folder(TrackedArticle article) {
    return folder(article.key());
  }

  /** The folder of the article of that key. */
  public static String folder(String key) {
    if (!SAFE_KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("not a safe file name: '" + key + "'");
    }
    return "a/" + key + "/";
  }

  /** The page of a capture in an article's folder, where a server answers. */
  public static String capture(CaptureRef ref) {
    return "c/" + encoded(ref.name());
  }

  /** A name as it stands in a path or a query. */
  public static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  public static String version(int number) {
    return "v" + number + ".html";
  }

  /** The picture of a version's page. */
  public static String picture(int number) {
    return "v" + number + ".webp";
  }

  /** The revision that led to a version. */
  public static String revision(int version) {
    return "r" + version + ".html";
  }

  /** The picture of the revision that led to a version. */
  public static String card(int version) {
    return "r" + version + ".svg";
  }

  /** The same picture in dots. */
  public static String png(int version) {
    return "r" + version + ".png";
  }

  public static String older(int part) {
    return "older-" + part + ".html";
  }

  /**
   * An outlet's page. The readable part is a courtesy; the digits keep apart what it makes equal,
   * and are so many that nobody finds two hosts for one page where the readable part is not all.
   */
  public static String outlet(String outlet) {
    String plain =
        outlet
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9.]+", "-")
            .replaceAll("[.]{2,}", ".")
            .replaceAll("^[-.]+|[-.]+$", "");
    String slug = plain.length() > SLUG ? plain.substring(0, SLUG) : plain;
    String digest = Digest.of(outlet.getBytes(StandardCharsets.UTF_8)).hex();
    String digits = digest.substring(0, slug.equals(outlet) ? 6 : 20);
    return "o/" + (slug.isEmpty() ? "" : slug + "-") + digits + ".html";
  }

  /** The address if a browser may be sent there, else empty. */
  public static String web(String uri) {
    String lower = uri.toLowerCase(Locale.ROOT);
    boolean web = lower.startsWith("http://") || lower.startsWith("https://");
    boolean clean =
        uri.codePoints().allMatch(c -> c > 0x20 && c < 0x7F && "\"<>\\^`{|}".indexOf(c) < 0);
    return web && clean ? uri : "";
  }
}
