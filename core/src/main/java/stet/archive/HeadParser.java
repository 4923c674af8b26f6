package stet.archive;

import java.nio.charset.StandardCharsets;
import stet.capture.HeaderFields;

/**
 * Reads the head of one WARC record (ISO 28500 section 4) line by line, as its caller comes by
 * them: who reads a damaged file has to know the place of each. After any {@link Step} but {@link
 * Step#MORE} it is done.
 */
public final class HeadParser {
  /** Longer heads are refused, in bytes: no honest title or address needs this much. */
  public static final int LONGEST = 1 << 20;

  private final HeadRules rules;
  private final HeaderFields fields = new HeaderFields();
  private int size;

  /** What a line meant to the head. */
  public enum Step {
    /** It belongs to the head, and more follow. */
    MORE,
    /** It is the empty line; the block follows. */
    END,
    /** It begins another head: this one does not end. */
    ANOTHER_HEAD,
    /** It may not stand in a head. */
    NO_FIELD,
    /** The head is longer than {@link #LONGEST}. */
    TOO_LONG
  }

  /** A parser for the lines after the version line. */
  public HeadParser(HeadRules rules) {
    this.rules = rules;
  }

  /**
   * Takes the next line.
   *
   * @param line its bytes without the LF that ends it
   */
  public Step take(byte[] line) {
    String text = new String(line, StandardCharsets.ISO_8859_1);
    if (rules.isEnd(text)) {
      return Step.END;
    } else if (rules.isVersion(text)) {
      return Step.ANOTHER_HEAD;
    } else if (!rules.allows(text, fields.isEmpty())) {
      return Step.NO_FIELD;
    }
    size += line.length;
    fields.addLine(new String(line, StandardCharsets.UTF_8));
    return size < LONGEST ? Step.MORE : Step.TOO_LONG;
  }

  /** The fields of the lines taken so far. */
  public HeaderFields fields() {
    return fields;
  }
}
