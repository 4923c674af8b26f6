package stet.text;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Content types as servers state them (RFC 9110 section 8.3), which are often ill-formed. */
public final class MediaTypes {
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]+)", Pattern.CASE_INSENSITIVE);

  private MediaTypes() {}

  /** Type and subtype without parameters, in lower case; of several types the first. */
  public static String essence(String type) {
    return type.split("[;,]", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** The charset that the parameters name; empty where they name none that is known. */
  public static Optional<Charset> charset(String type) {
    Matcher named = CHARSET.matcher(type);
    return named.find() ? CharsetNames.of(named.group(1)) : Optional.empty();
  }
}
