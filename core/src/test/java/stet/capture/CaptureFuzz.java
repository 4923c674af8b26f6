package stet.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.airlift.compress.zstd.ZstdCompressor;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import stet.fuzz.FuzzTarget;
import stet.fuzz.Seeds;

/** Bytes as servers code them, and the heads before them. */
public final class CaptureFuzz {
  private static final int CAP = 1 << 16;
  private static final List<String> CODINGS =
      List.of("gzip", "deflate", "br", "zstd", "gzip, br", "zstd, gzip, deflate", "x-none");

  /** "The crane is down. " five times, by the reference encoder. */
  private static final String BROTLI = "G14A+B0JduzIOoeMF6mp0OTm1Fhag5SFuS2BACsRXDJGe65dCw==";

  private CaptureFuzz() {}

  public static List<FuzzTarget> targets() {
    byte[] plain = "The harbour office said on Tuesday. ".repeat(40).getBytes(UTF_8);
    return List.of(
        new FuzzTarget(
            "content-codings",
            800,
            List.of(
                Seeds.gzip(plain),
                Seeds.gzip(new byte[1 << 20]),
                Seeds.deflate(plain, true),
                Seeds.deflate(plain, false),
                Base64.getDecoder().decode(BROTLI),
                zstd(plain),
                zstd(new byte[1 << 20]),
                Seeds.gzip(Seeds.gzip(plain)),
                plain),
            List.of(),
            CaptureFuzz::decode),
        new FuzzTarget(
            "http-head",
            2_700,
            Seeds.texts(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nLink: <a>; rel=b\r\n"
                    + "Content-Encoding: gzip\r\n folded\r\nDate: Thu, 05 Mar 2026 14:05:00 GMT\r\n"
                    + "\r\n",
                "GET /story HTTP/1.1\nHost: portaldercourier.example\n\n"),
            List.of("\r\n", "\n", ": ", "HTTP/1.1 ", " ", "\t", "Content-Type", "\r\n "),
            CaptureFuzz::head));
  }

  private static byte[] zstd(byte[] plain) {
    ZstdCompressor compressor = new ZstdCompressor();
    byte[] out = new byte[compressor.maxCompressedLength(plain.length)];
    return Arrays.copyOf(out, compressor.compress(plain, 0, plain.length, out, 0, out.length));
  }

  private static void decode(byte[] input) throws IOException {
    for (String coding : CODINGS) {
      ContentCodings.Decoded decoded = ContentCodings.decode(input, coding, CAP);
      assertThat(decoded.bytes().length).as(coding).isLessThanOrEqualTo(CAP);
      if (decoded.outcome() == ContentCodings.Outcome.TOO_LARGE) {
        // What lies shortly before a damage may not count.
        int most = CAP - (1 << 14);
        assertThat(ContentCodings.isLarger(Payload.of(input), coding, most)).as(coding).isTrue();
      }
    }
  }

  private static void head(byte[] input) {
    HttpHead head = HttpHead.of(input);
    assertThat(head.bytes()).isEqualTo(input);
    assertThat(head.status()).isBetween(0, 999);
    for (String name : List.of("Content-Type", "Link", "Date", "")) {
      assertThat(head.first(name).isPresent()).isEqualTo(!head.all(name).isEmpty());
    }
  }
}
