package stet.notify.channel;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
final class Secret {
  private static final int LONGEST = 8_192;

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
   * @param key of the setting that names the file, such as {@code channel.desk.url-file}
   */
  static Secret file(String key, Path file) {
    return new Secret(key, file, "", name -> null);
  }

  /**
   * @param environment gives the value of a variable, null where there is none
   */
  static Secret variable(String key, String variable, UnaryOperator<@Nullable String> environment) {
    return new Secret(key, null, variable, environment);
  }

  /**
   * The secret.
   *
   * @throws Undelivered when it cannot be had; a file may come back, as on a disk that is mounted
   *     late
   */
  String read() throws Undelivered {
    String value = file == null ? environment.apply(variable) : content(file);
    if (value == null) {
      throw Undelivered.later(key + ": the variable '" + variable + "' is not set");
    }
    String plain = value.strip();
    if (plain.isEmpty() || plain.codePoints().anyMatch(ControlCharacters::isAny)) {
      throw Undelivered.misset(key + " must lead to one line of text");
    }
    return plain;
  }

  private String content(Path from) throws Undelivered {
    try (InputStream in = Files.newInputStream(from)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw Undelivered.misset(key + ": '" + from + "' is longer than a secret");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw Undelivered.later(key + ": cannot read '" + from + "'");
    }
  }

  /** The web address that it is. */
  URI address(boolean allowHttp) throws Undelivered {
    try {
      URI uri = new URI(read());
      if (uri.getHost() == null || uri.getUserInfo() != null) {
        throw Undelivered.misset(key + " must lead to an https address");
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

  /** What a person should know of where it lies, in one line; empty for nothing. */
  String warning() {
    if (file == null) {
      return environment.apply(variable) == null
          ? key + ": the variable '" + variable + "' is not set"
          : "";
    }
    if (!Files.isReadable(file)) {
      return key + ": cannot read '" + file + "'";
    }
    try {
      Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
      boolean open =
          rights.contains(PosixFilePermission.OTHERS_READ)
              || rights.contains(PosixFilePermission.GROUP_READ);
      return open ? key + ": others may read '" + file + "'; run 'chmod 600 " + file + "'" : "";
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }

  @Override
  public String toString() {
    return key;
  }
}
