package stet.app.queue;

import java.nio.file.Path;
import java.util.Optional;
import stet.notify.channel.Secret;
import stet.notify.channel.web.Undelivered;
import stet.postgres.PostgresAddress;
import stet.sqlite.DatabaseException;

/** The queue that settings name. */
public final class QueueAddress {
  private QueueAddress() {}

  /**
   * Where it is.
   *
   * @param home from which the path of the password's file goes
   * @param store what the settings say; empty for no queue
   * @param passwordFile empty for none
   * @param passwordVariable of the environment; empty for none
   */
  public static Optional<PostgresAddress> of(
      Path home, String store, String passwordFile, String passwordVariable) {
    if (store.isEmpty()) {
      return Optional.empty();
    }
    String key = "watch.store-password";
    Optional<Secret> secret =
        !passwordFile.isEmpty()
            ? Optional.of(Secret.file(key + "-file", home.resolve(passwordFile)))
            : !passwordVariable.isEmpty()
                ? Optional.of(Secret.variable(key + "-env", passwordVariable, System::getenv))
                : Optional.empty();
    return Optional.of(PostgresAddress.of(store, () -> secret.map(QueueAddress::read)));
  }

  private static String read(Secret secret) {
    try {
      return secret.read();
    } catch (Undelivered e) {
      throw DatabaseException.of(e.why());
    }
  }
}
