package stet.serve.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Who may do what.
 *
 * @param others what those may who have not logged in
 * @param keys what opens more; empty on one's own machine
 */
public record Access(Role others, List<Key> keys) {
  private static final int SHORTEST = 16;

  /** On one's own machine everybody who reaches the server may do everything. */
  public static final Access OWN_MACHINE = new Access(Role.EDITOR, List.of());

  public Access {
    keys = List.copyOf(keys);
  }

  /**
   * A token or a hashed password.
   *
   * @param role what it opens
   * @param secret the token, or a password as {@link #hashed} makes it
   */
  public record Key(Role role, String secret) {
    boolean opens(String told) {
      return Secrets.isHashed(secret) ? Secrets.matches(told, secret) : Secrets.equal(told, secret);
    }
  }

  /**
   * Reads a file of keys: lines of {@code reader} or {@code editor} with a token of at least
   * {@value #SHORTEST} characters, or a hashed password, behind it. Lines that begin with # and
   * empty ones are passed over.
   *
   * @param open whether those who have not logged in may read what is published
   * @throws IllegalArgumentException when a line is something else, or there is none
   */
  public static Access of(List<String> lines, boolean open) {
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        keys.add(key(line, i + 1));
      }
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("there is no token in it");
    }
    return new Access(open ? Role.VIEWER : Role.NOBODY, keys);
  }

  private static Key key(String line, int number) {
    String[] parts = line.split("\\s+", 2);
    String role = parts[0].toLowerCase(Locale.ROOT);
    boolean known = role.equals("reader") || role.equals("editor");
    if (!known || parts.length < 2) {
      throw new IllegalArgumentException(
          "line " + number + " is not 'reader TOKEN' or 'editor TOKEN'");
    }
    String secret = parts[1].strip();
    if (Secrets.isHashed(secret)) {
      try {
        Secrets.matches("", secret);
      } catch (RuntimeException e) {
        throw new IllegalArgumentException("line " + number + " is no hashed password", e);
      }
    } else if (secret.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "the token in line " + number + " has fewer than " + SHORTEST + " characters");
    }
    return new Key(role.equals("editor") ? Role.EDITOR : Role.READER, secret);
  }

  /** A password as it may stand in a file of keys. */
  public static String hashed(String password) {
    return new Secrets().hashed(password);
  }

  /** What a token or password opens; nothing where it is none. Looks at all of them each time. */
  Role opened(String told) {
    Role most = Role.NOBODY;
    for (Key key : keys) {
      boolean opens = key.opens(told);
      most = opens && key.role().may(most) ? key.role() : most;
    }
    return most;
  }
}
