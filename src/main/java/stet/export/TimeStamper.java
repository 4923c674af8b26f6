package stet.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.HttpURLConnection;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import stet.capture.Digest;

/**
 * Asks a time-stamp authority to witness that bytes exist now (RFC 3161). Only the digest of the
 * bytes is sent.
 */
public final class TimeStamper {
  private static final int LARGEST = 1 << 20;
  private static final int TIMEOUT_MILLIS = 30_000;

  private final URI authority;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param authority its http or https address, as a person configured it
   */
  public TimeStamper(URI authority) {
    this.authority = authority;
  }

  /**
   * A time-stamp.
   *
   * @param response the authority's answer, DER, as {@code openssl ts} reads it
   * @param at the time that it states, UTC
   */
  public record Stamp(byte[] response, Instant at) {}

  /**
   * Has bytes time-stamped.
   *
   * @throws IOException when the authority does not answer, refuses, or answers for other bytes
   */
  public Stamp stamp(byte[] bytes) throws IOException {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    TimeStampRequest request =
        generator.generate(
            NISTObjectIdentifiers.id_sha256,
            Digest.algorithm().digest(bytes),
            new BigInteger(64, random));
    return read(post(request.getEncoded()), request);
  }

  /**
   * Reads an authority's answer.
   *
   * @throws IOException when it is none, a refusal, or an answer to something else
   */
  static Stamp read(byte[] answer, TimeStampRequest request) throws IOException {
    try {
      TimeStampResponse response = new TimeStampResponse(answer);
      response.validate(request);
      if (response.getTimeStampToken() == null) {
        throw new IOException("the authority refuses: " + response.getStatusString());
      }
      Instant at = response.getTimeStampToken().getTimeStampInfo().getGenTime().toInstant();
      return new Stamp(answer, at);
    } catch (TSPException | RuntimeException e) {
      // The library is made for sound answers and reports others with whatever exception it causes.
      throw new IOException("the authority's answer is not valid: " + e.getMessage(), e);
    }
  }

  private byte[] post(byte[] request) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) authority.toURL().openConnection();
    try {
      connection.setInstanceFollowRedirects(false);
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/timestamp-query");
      try (OutputStream out = connection.getOutputStream()) {
        out.write(request);
      }
      if (connection.getResponseCode() != 200) {
        throw new IOException("the authority answers with status " + connection.getResponseCode());
      }
      try (InputStream in = connection.getInputStream()) {
        return in.readNBytes(LARGEST);
      }
    } finally {
      connection.disconnect();
    }
  }
}
