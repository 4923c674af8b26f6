package stet.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pages as a web archive shows them: with its toolbar and scripts in them, and with links that lead
 * back into the archive. What was put in is cut out and links are given their own addresses again;
 * white space in tags and links that were relative do not come back, so the bytes are not the
 * publisher's to the last.
 */
public final class Rewritten {
  /** An address in quotes that leads to a memento: its own address is the group. */
  private static final Pattern LINK =
      Pattern.compile(
          "(?<=[\"'=(\\s])(?:(?:https?:)?//[^/\\s\"'<>()]{1,200})?/(?:[\\w.-]{1,40}/){0,2}"
              + "\\d{14}(?:[a-z]{2}_)?/((?:https?:/?/|mailto:|tel:|//)[^\\s\"'<>]{0,4096})");

  private static final Pattern HEAD_TAG =
      Pattern.compile("<head(?:\\s[^>]{0,2000})?>", Pattern.CASE_INSENSITIVE);

  private static final List<Insertion> INSERTIONS = insertions();

  private Rewritten() {}

  /**
   * One kind of insertion.
   *
   * @param begin what it begins with
   * @param afterHead whether it begins after the page's head tag instead
   * @param end what it ends with
   */
  private record Insertion(Pattern begin, boolean afterHead, String end) {
    boolean isIn(String page) {
      return afterHead ? page.contains(end) : begin.matcher(page).find();
    }

    /** The page without it; empty where its other end is not found. */
    Optional<String> cut(String page) {
      StringBuilder out = new StringBuilder();
      Matcher m = begin.matcher(page);
      int kept = 0;
      while (m.find(kept)) {
        int from = afterHead ? m.end() : m.start();
        int to = page.indexOf(end, m.end());
        if (to < 0) {
          return Optional.empty();
        }
        out.append(page, kept, from);
        kept = to + end.length();
        if (afterHead) {
          break;
        }
      }
      return Optional.of(out.append(page, kept, page.length()).toString());
    }
  }

  private static List<Insertion> insertions() {
    try (InputStream in = Rewritten.class.getResourceAsStream("rewritten.tsv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().filter(l -> !l.startsWith("#")).map(Rewritten::insertion).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Insertion insertion(String line) {
    String[] part = line.split("\t");
    boolean afterHead = part[0].equals("<head>");
    String[] literal = part[0].split("~", -1);
    StringBuilder begin = new StringBuilder(Pattern.quote(literal[0]));
    for (int i = 1; i < literal.length; i++) {
      begin.append("\\s{1,80}").append(Pattern.quote(literal[i]));
    }
    return new Insertion(
        afterHead ? HEAD_TAG : Pattern.compile(begin.toString()), afterHead, part[1]);
  }

  /**
   * Whether an archive has put something into a page.
   *
   * @param page without content coding
   */
  public static boolean is(byte[] page) {
    String text = new String(page, StandardCharsets.ISO_8859_1);
    return INSERTIONS.stream().anyMatch(i -> i.isIn(text));
  }

  /**
   * The page without what an archive put in; empty where an insertion has no end.
   *
   * @param page without content coding
   */
  public static Optional<byte[]> clean(byte[] page) {
    // One character a byte, so that all else stays as it is in any charset that extends ASCII.
    String text = new String(page, StandardCharsets.ISO_8859_1);
    for (Insertion insertion : INSERTIONS) {
      if (insertion.isIn(text)) {
        Optional<String> cut = insertion.cut(text);
        if (cut.isEmpty()) {
          return Optional.empty();
        }
        text = cut.get();
      }
    }
    String own = LINK.matcher(text).replaceAll(m -> Matcher.quoteReplacement(m.group(1)));
    return Optional.of(own.getBytes(StandardCharsets.ISO_8859_1));
  }
}
