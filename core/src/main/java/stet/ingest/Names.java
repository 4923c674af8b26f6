package stet.ingest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stet.text.time.ArchiveTimestamp;

/** What the names of files and folders tell. */
final class Names {
  /** {@code 001__2021-02-14T00-02-25Z}: a capture in a folder that holds one article. */
  private static final Pattern NUMBERED =
      Pattern.compile("(\\d{1,9})__(\\d{4}-\\d{2}-\\d{2}T\\d{2}-\\d{2}-\\d{2}Z)");

  private static final Pattern DASHED =
      Pattern.compile("(?<!\\d)\\d{4}-\\d{2}-\\d{2}T\\d{2}[-:]?\\d{2}[-:]?\\d{2}Z(?!\\w)");

  /** The fourteen digits by which web archives name a capture. */
  private static final Pattern FOURTEEN = Pattern.compile("(?<!\\d)\\d{14}(?!\\d)");

  private static final Pattern NO_DIGITS = Pattern.compile("\\D+");

  private Names() {}

  /**
   * A capture's number and time, from the name of a file in a folder that holds one article.
   *
   * @param number as the name gives it
   * @param at UTC
   */
  record Numbered(int number, Instant at) {}

  static Optional<Numbered> numbered(String stem) {
    Matcher m = NUMBERED.matcher(stem);
    if (!m.matches()) {
      return Optional.empty();
    }
    return time(m.group(2)).map(at -> new Numbered(Integer.parseInt(m.group(1)), at));
  }

  /** The capture time that a name carries anywhere, UTC. */
  static Optional<Instant> time(String name) {
    for (Pattern pattern : new Pattern[] {DASHED, FOURTEEN}) {
      Matcher m = pattern.matcher(name);
      while (m.find()) {
        Optional<Instant> at = ArchiveTimestamp.parse(NO_DIGITS.matcher(m.group()).replaceAll(""));
        if (at.isPresent()) {
          return at;
        }
      }
    }
    return Optional.empty();
  }

  /** The name for a saved file whose address is not known. */
  static String fileUrn(Path file, String stem) {
    return "urn:stet:file:" + escape(parent(file)) + "/" + escape(stem);
  }

  /** The name for a folder that holds one article whose address is not known. */
  static String folderUrn(String set, String article) {
    return "urn:stet:folder:" + escape(set) + "/" + escape(article);
  }

  /** The file's name with its folder's. */
  static String subject(Path file) {
    String parent = parent(file);
    return parent.isEmpty() ? name(file) : parent + "/" + name(file);
  }

  static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }

  static String parent(Path file) {
    Path parent = file.toAbsolutePath().normalize().getParent();
    return parent == null ? "" : name(parent);
  }

  /** Percent-encodes all but RFC 3986's unreserved characters. */
  static String escape(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (c < 128 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0)) {
        out.append(c);
      } else {
        out.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
      }
    }
    return out.toString();
  }
}
