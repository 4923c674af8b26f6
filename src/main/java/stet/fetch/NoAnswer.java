package stet.fetch;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.apache.hc.core5.http.UnsupportedHttpVersionException;
import stet.capture.Exchange.Failure;
import stet.text.OneLine;
import stet.text.Truncation;

/** A request that got no answer that can be kept. */
final class NoAnswer extends Exception {
  private static final long serialVersionUID = 1;
  private static final int LONGEST_DETAIL = 300;
  private static final int MOST_CAUSES = 20;

  private final Failure failure;
  private final boolean stopped;
  private final boolean reached;

  /** What a server did that had taken the connection. */
  NoAnswer(Failure failure, String detail) {
    this(failure, detail, false, true);
  }

  private NoAnswer(Failure failure, String detail, boolean stopped, boolean reached) {
    super(oneLine(detail));
    this.failure = failure;
    this.stopped = stopped;
    this.reached = reached;
  }

  /** The fetcher was closed or its thread interrupted: that says nothing about the server. */
  static NoAnswer stopped() {
    return new NoAnswer(Failure.BROKEN_OFF, "stopped", true, false);
  }

  /**
   * Sorts what the network and the library throw.
   *
   * @param connected whether the server had accepted the connection, TLS included
   * @param reached whether it had accepted it before TLS
   */
  static NoAnswer of(Exception e, boolean connected, boolean reached) {
    Failure failure = failure(e, connected);
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    String detail =
        switch (failure) {
          case NO_SUCH_HOST -> "no such host";
          case TLS -> certificate(e, message);
          default -> message;
        };
    return new NoAnswer(failure, detail, false, reached || isRefusal(e));
  }

  /** Which fault a certificate has, which Java's own message says only further down, if at all. */
  private static String certificate(Throwable e, String message) {
    int left = MOST_CAUSES;
    for (Throwable at = e; at != null && left-- > 0; at = at.getCause()) {
      String text = String.valueOf(at.getMessage());
      if (at instanceof CertificateExpiredException) {
        return "a certificate that the server shows has expired";
      } else if (at instanceof CertificateNotYetValidException) {
        return "a certificate that the server shows is not valid yet";
      } else if (at instanceof CertPathBuilderException) {
        return "no authority that is trusted here vouches for the server's certificate";
      } else if (text.startsWith("No subject alternative ")
          || text.startsWith("No name matching")) {
        return "the server's certificate is for another host: " + text;
      }
    }
    return message;
  }

  /** A machine that refuses a connection is there; a network that is away refuses nothing. */
  private static boolean isRefusal(Exception e) {
    return e instanceof ConnectException
        && String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("connection refused");
  }

  private static Failure failure(Exception e, boolean connected) {
    if (e instanceof AddressGuard.AddressRefused) {
      return Failure.ADDRESS_REFUSED;
    } else if (e instanceof UnknownHostException) {
      return Failure.NO_SUCH_HOST;
    } else if (e instanceof WireTap.TooLarge || e instanceof MessageConstraintException) {
      return Failure.TOO_LARGE;
    } else if (e instanceof SocketTimeoutException || e instanceof InterruptedIOException) {
      return Failure.TIMEOUT;
    } else if (isNotHttp(e)) {
      return Failure.NOT_HTTP;
    } else if (connected) {
      return Failure.BROKEN_OFF;
    }
    return e instanceof SSLException ? Failure.TLS : Failure.NO_CONNECTION;
  }

  private static boolean isNotHttp(Exception e) {
    boolean cutOff =
        e instanceof TruncatedChunkException
            || e instanceof ConnectionClosedException
            || e instanceof NoHttpResponseException;
    return !cutOff
        && (e instanceof HttpException
            || e instanceof RuntimeException
            || e instanceof MalformedChunkCodingException
            || e instanceof UnsupportedHttpVersionException);
  }

  private static String oneLine(String detail) {
    String line = OneLine.of(detail);
    String head = Truncation.head(line, LONGEST_DETAIL);
    return head.length() == line.length() ? line : head + "...";
  }

  /** Whether the server was there, so that it is not the network that failed. */
  boolean isReached() {
    return reached;
  }

  boolean isStopped() {
    return stopped;
  }

  Failure failure() {
    return failure;
  }

  /** One line for people. */
  String detail() {
    return String.valueOf(getMessage());
  }
}
