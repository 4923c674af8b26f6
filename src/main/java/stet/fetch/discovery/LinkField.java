package stet.fetch.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A link of the header field {@code Link} (RFC 8288 section 3), read as leniently as its appendix B
 * does: what makes no sense is passed over, and what comes after it is read.
 *
 * @param target as written
 * @param rel the relations, parted by white space, as written; empty for none
 * @param anchor the context of the link where it is not what was asked for; empty for none
 */
record LinkField(String target, String rel, String anchor) {
  private static final int LONGEST = 64 << 10;
  private static final int MOST = 200;

  /** The links of a field's value; several fields are joined with commas. */
  static List<LinkField> read(String value) {
    Reader reader = new Reader(value.length() > LONGEST ? value.substring(0, LONGEST) : value);
    List<LinkField> links = new ArrayList<>();
    while (links.size() < MOST && reader.seek()) {
      links.add(reader.link());
    }
    return links;
  }

  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    /** Goes to the next target; false where there is none. */
    boolean seek() {
      int from = text.indexOf('<', at);
      int to = from < 0 ? -1 : text.indexOf('>', from);
      at = to < 0 ? text.length() : from;
      return to >= 0;
    }

    LinkField link() {
      int to = text.indexOf('>', at);
      String target = text.substring(at + 1, to).strip();
      at = to + 1;
      String rel = "";
      String anchor = "";
      while (parameter()) {
        String name = until("=;,").strip().toLowerCase(Locale.ROOT);
        String value = at < text.length() && text.charAt(at) == '=' ? value() : "";
        // The first of each counts (section 3.3).
        rel = rel.isEmpty() && name.equals("rel") ? value : rel;
        anchor = anchor.isEmpty() && name.equals("anchor") ? value : anchor;
      }
      return new LinkField(target, rel, anchor);
    }

    /** Steps over what parts two parameters; false where the next link begins, or nothing more. */
    private boolean parameter() {
      until(";,");
      return at < text.length() && text.charAt(at++) == ';';
    }

    private String value() {
      at++;
      int from = at;
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      if (at >= text.length() || text.charAt(at) != '"') {
        at = from;
        return until(";,").strip();
      }
      StringBuilder quoted = new StringBuilder();
      for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
        if (text.charAt(at) == '\\' && at + 1 < text.length()) {
          at++;
        }
        quoted.append(text.charAt(at));
      }
      at = Math.min(text.length(), at + 1);
      return quoted.toString();
    }

    private String until(String ends) {
      int from = at;
      while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(from, at);
    }
  }
}
