package stet.notify.channel;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;
import stet.text.ControlCharacters;

/**
 * A field of a channel's settings.
 *
 * @param name as it stands in the table
 * @param form what may be stated
 * @param needed whether it must be stated
 * @param standard what holds where it is not stated; empty for nothing
 * @param choices of a {@link Form#CHOICE} all that may be stated, of a {@link Form#NUMBER} the
 *     least and the most
 */
record Field(String name, Form form, boolean needed, String standard, List<String> choices) {
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,253}");
  private static final Pattern HANDLE =
      Pattern.compile("([A-Za-z0-9-]{1,63}\\.)+[A-Za-z][A-Za-z0-9-]*|did:[a-z]+:[A-Za-z0-9._:%-]+");

  /** What may be stated. */
  enum Form {
    /** Any text of one line. */
    TEXT,
    /** Letters, digits, dots and hyphens. */
    NAME,
    /** The id of a room of Matrix. */
    ROOM,
    /** Only as the name of a file or of a variable that holds it. */
    SECRET,
    /** A topic of ntfy, as a secret or as plain text; never shown. */
    TOPIC,
    /** A language, BCP 47. */
    LANGUAGE,
    /** Whom an account of Bluesky belongs to: a handle, a mail address or a DID. */
    HANDLE,
    /** Program and arguments. */
    COMMAND,
    /** The address of a server: no query and no fragment. */
    SERVER,
    /** An address that a person or a program opens: {@code mailto:} or https. */
    LINK,
    /** One mail address. */
    ADDRESS,
    /** Mail addresses. */
    ADDRESSES,
    /** One text or many. */
    TEXTS,
    /** A whole number within bounds. */
    NUMBER,
    /** One of a few words. */
    CHOICE
  }

  Field {
    choices = List.copyOf(choices);
  }

  static Field needed(String name, Form form) {
    return new Field(name, form, true, "", List.of());
  }

  static Field optional(String name, Form form) {
    return new Field(name, form, false, "", List.of());
  }

  static Field standard(String name, Form form, String standard) {
    return new Field(name, form, false, standard, List.of());
  }

  static Field number(String name, int standard, int least, int most) {
    List<String> bounds = List.of(Integer.toString(least), Integer.toString(most));
    return new Field(name, Form.NUMBER, false, Integer.toString(standard), bounds);
  }

  static Field choice(String name, String... choices) {
    return new Field(name, Form.CHOICE, false, choices[0], List.of(choices));
  }

  boolean isHidden() {
    return form == Form.SECRET || form == Form.TOPIC;
  }

  boolean isList() {
    return form == Form.ADDRESSES || form == Form.TEXTS || form == Form.COMMAND;
  }

  /** Says in a few words what is wrong with a value; empty where nothing is. */
  String problem(String value) {
    if (value.isBlank()) {
      return "must not be empty";
    }
    if (value.codePoints().anyMatch(ControlCharacters::isAny)) {
      return "must be one line without control characters";
    }
    return switch (form) {
      case TEXT, TEXTS, SECRET, COMMAND -> "";
      case TOPIC ->
          value.matches("[A-Za-z0-9_-]{1,64}")
              ? ""
              : "must be up to 64 letters, digits, hyphens or underscores";
      case LANGUAGE ->
          value.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
              ? ""
              : "is no language; it must be a tag such as 'en'";
      case HANDLE ->
          HANDLE.matcher(value).matches() || ADDRESS.matcher(value).matches()
              ? ""
              : "is no handle such as 'watch.paper.example', and no mail address";
      case NAME ->
          value.matches("[A-Za-z0-9.-]+")
              ? ""
              : "must be letters, digits, dots and hyphens"
                  + (value.contains("://") || value.matches("[^:]+:[0-9]+")
                      ? ": a name alone, without scheme and port"
                      : "");
      case ROOM -> value.matches("![!-~]+") ? "" : "is not the id of a room, which begins with '!'";
      case SERVER -> server(value);
      case LINK -> isLink(value) ? "" : "must begin with 'mailto:' or 'https://'";
      case ADDRESS, ADDRESSES ->
          ADDRESS.matcher(value).matches()
              ? ""
              : "is not a mail address such as 'desk@paper.example'";
      case NUMBER ->
          isNumber(value)
              ? ""
              : "must be a whole number from " + choices.get(0) + " to " + choices.get(1);
      case CHOICE ->
          choices.contains(value)
              ? ""
              : "must be " + String.join(" or ", choices.stream().map(c -> "'" + c + "'").toList());
    };
  }

  private boolean isNumber(String value) {
    if (!value.matches("[0-9]{1,9}")) {
      return false;
    }
    int number = Integer.parseInt(value);
    return number >= Integer.parseInt(choices.get(0)) && number <= Integer.parseInt(choices.get(1));
  }

  private static boolean isLink(String value) {
    if (!value.matches("[!-;=?-~]+")) {
      return false;
    }
    try {
      URI uri = new URI(value);
      return "https".equals(uri.getScheme()) && uri.getHost() != null
          || "mailto".equals(uri.getScheme())
              && ADDRESS.matcher(uri.getSchemeSpecificPart().replaceFirst("\\?.*", "")).matches();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String server(String value) {
    if (!value.matches("(?i)https?://.*")) {
      return "must begin with 'https://'";
    } else if (value.contains("@")) {
      return "must have no user and password in it";
    }
    return isWebAddress(value) ? "" : "is not an https address without query";
  }

  private static boolean isWebAddress(String value) {
    return value.matches("https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~%/-]*)?");
  }
}
