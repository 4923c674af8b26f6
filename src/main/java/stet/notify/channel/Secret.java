package stet.notify.channel;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import stet.notify.channel.web.Undelivered;
import stet.text.ControlCharacters;

/**
 * A secret that lies in a file or in a variable of the environment. It is read at each use, so that
 * a changed one needs no new start, and it is in no text of this object.
 */
public final class Secret {
  private static final int LONGEST = 8_192;
  private static final String WITHHELD =
      "; what is named is withheld, since it may be the secret itself";

  private final String key;
  private final @Nullable Path file;
  private final String variable;
  private final UnaryOperator<@Nullable String> environment;

  private Secret(
      String key,
      @Nullable Path file,
      String variable,
      UnaryOperator<@Nullable String> environment) {
    this.key = key;
    this.file = file;
    this.variable = variable;
    this.environment = environment;
  }

  /**
   * A secret in a file.
   *
   * @param key of the setting that names the file, such as {@code channel.desk.url-file}
   */
  public static Secret file(String key, Path file) {
    return new Secret(key, file, "", name -> null);
  }

  /**
   * A secret in the file that a setting names.
   *
   * @param value what it says
   * @param home from which paths go
   * @throws ChannelException when no file can have that name: it may be the secret itself then
   */
  static Secret named(String key, String value, Path home) {
    ChannelException wrong =
        new ChannelException(
            key
                + " must be the name of a file that holds the secret; what stands there is withheld,"
                + " since it may be the secret itself");
    try {
      Path file = home.resolve(value);
      if (value.isBlank()
          || value.matches("(?i)[a-z][a-z0-9+.-]*://.*")
          || value.matches("(?s).*\\s.*") && !Files.exists(file)) {
        throw wrong;
      }
      return file(key, file);
    } catch (InvalidPathException e) {
      throw wrong;
    }
  }

  /**
   * A secret in a variable of the environment.
   *
   * @param environment gives the value of a variable, null where there is none
   */
  public static Secret variable(
      String key, String variable, UnaryOperator<@Nullable String> environment) {
    return new Secret(key, null, variable, environment);
  }

  /**
   * The secret.
   *
   * @throws Undelivered when it cannot be had; a file may come back, as on a disk that is mounted
   *     late
   */
  public String read() throws Undelivered {
    String value = file == null ? environment.apply(variable) : content(file);
    if (value == null) {
      throw Undelivered.later(
          key
              + ": no variable of that name is set; set it, or name the one that holds it"
              + WITHHELD);
    }
    String plain = value.strip();
    if (plain.isEmpty()) {
      throw Undelivered.misset(key + ": what is named there is empty; put the secret into it");
    }
    if (plain.codePoints().anyMatch(c -> c == '\n' || c == '\r')) {
      throw Undelivered.misset(
          key + ": there is more than one line in it; the secret must stand in it alone");
    }
    if (plain.codePoints().anyMatch(ControlCharacters::isAny)) {
      throw Undelivered.misset(
          key + ": it must lead to one line of text, without control characters");
    }
    return plain;
  }

  private String content(Path from) throws Undelivered {
    try (InputStream in = Files.newInputStream(from)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw Undelivered.misset(
            key + ": the file is longer than a secret; the secret must stand in it alone");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw Undelivered.misset(key + ": the file is not UTF-8; it must lead to one line of text");
    } catch (IOException e) {
      throw Undelivered.later(key + ": " + unreadable(from));
    }
  }

  private static String unreadable(Path file) {
    if (Files.isDirectory(file)) {
      return "cannot read it, it is a folder; name the file that holds the secret" + WITHHELD;
    } else if (Files.exists(file)) {
      return "cannot read the file with the rights of this user; change its owner or its rights";
    }
    return "cannot read it, there is no such file; write the secret into a file and name that here"
        + WITHHELD;
  }

  /** The web address that it is. */
  URI address(boolean allowHttp) throws Undelivered {
    try {
      URI uri = new URI(read());
      if (uri.getHost() == null || uri.getUserInfo() != null) {
        throw Undelivered.misset(
            key
                + " must lead to an https address"
                + (uri.getUserInfo() == null ? "" : " without user and password"));
      }
      String problem = WebServers.problem(uri, allowHttp);
      if (!problem.isEmpty()) {
        throw Undelivered.misset(key + " leads to an address that " + problem);
      }
      return uri;
    } catch (URISyntaxException e) {
      // What it says would be in the message.
      throw Undelivered.misset(key + " must lead to an https address");
    }
  }

  /** That others may read it, in one line; empty where they may not. */
  String openness() {
    if (file == null || !Files.isRegularFile(file)) {
      return "";
    }
    try {
      Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
      boolean open =
          rights.contains(PosixFilePermission.OTHERS_READ)
              || rights.contains(PosixFilePermission.GROUP_READ);
      return open ? key + ": others may read the file; run 'chmod 600' on it" : "";
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }

  @Override
  public String toString() {
    return key;
  }
}
