package stet.archive;

import java.util.regex.Pattern;

/** How much the reader of a record's head (ISO 28500 section 4) puts up with. */
public enum HeadRules {
  /**
   * What stet may have written and no more: another form means that bytes were changed. Version
   * 1.1; each line ends with CR LF; names are tokens (RFC 9110 section 5.6.2); values have no
   * control characters.
   */
  STRICT {
    @Override
    public boolean isVersion(String line) {
      return line.equals("WARC/1.1\r");
    }

    @Override
    boolean isEnd(String line) {
      return line.equals("\r");
    }

    @Override
    boolean allows(String line, boolean first) {
      return FIELD.matcher(line).matches() || !first && GOES_ON.matcher(line).matches();
    }
  },

  /**
   * What others wrote, programs with faults among them: any version, LF alone, white space for the
   * empty line, lines that are no field.
   */
  LENIENT {
    @Override
    public boolean isVersion(String line) {
      return line.length() < 20 && VERSION.matcher(line).matches();
    }

    @Override
    boolean isEnd(String line) {
      return line.isBlank();
    }

    @Override
    boolean allows(String line, boolean first) {
      return true;
    }
  };

  private static final String VALUE = "[\\t\\x20-\\x7e\\x80-\\xff]*\r";
  private static final Pattern FIELD = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+:" + VALUE);
  private static final Pattern GOES_ON = Pattern.compile("[\\t ]" + VALUE);
  private static final Pattern VERSION = Pattern.compile("WARC/\\d\\.\\d+\\s*");

  /**
   * Whether a head begins with this line.
   *
   * @param line without its LF, read as ISO 8859-1
   */
  public abstract boolean isVersion(String line);

  /** Whether a head ends with this line. */
  abstract boolean isEnd(String line);

  /**
   * Whether a line that is neither the first nor the last may stand in a head.
   *
   * @param first whether no field came before it, which it could go on with
   */
  abstract boolean allows(String line, boolean first);
}
