package stet.notify.channel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Trust in the certificates of a file, for servers whose authority no machine knows by itself. */
final class Trust {
  private Trust() {}

  /** As a channel's settings say; null where they say nothing of it. */
  static @Nullable SSLContext of(ChannelSettings settings) {
    Path file = settings.file("ca-file");
    return file == null ? null : in("channel." + settings.name() + ".ca-file", file);
  }

  /**
   * What trusts the certificates of a file and no others.
   *
   * @param key of the setting that names it
   * @param file in PEM
   * @throws ChannelException when it holds none
   */
  private static SSLContext in(String key, Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (certificates.isEmpty()) {
        throw new ChannelException(key + ": no certificate in '" + file + "'; it must be PEM");
      }
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (Certificate certificate : certificates) {
        store.setCertificateEntry("ca" + store.size(), certificate);
      }
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (IOException e) {
      throw new ChannelException(key + ": cannot read '" + file + "'");
    } catch (GeneralSecurityException e) {
      throw new ChannelException(key + ": no certificate in '" + file + "'; it must be PEM");
    }
  }
}
