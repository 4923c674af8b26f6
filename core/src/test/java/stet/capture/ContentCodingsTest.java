package stet.capture;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stet.capture.ContentCodings.Decoded;
import stet.capture.ContentCodings.Outcome;

class ContentCodingsTest {
  private static final int CAP = 1 << 20;
  private static final String STORY =
      "A sample story, fictional: the council of Brindlemere met on Tuesday. ".repeat(6)
          + "Übergrößenträger – 東京の話。";

  /** STORY as node's zlib (the reference encoder) and the zstd command (with checksum) code it. */
  private static final byte[] BROTLI =
      bytes(
          "G8sB4I3UUQ3b3dRtqb5km6YojiP4C8MQ2lNTEfVkIdcTqsoUxWa2F4FjHDgMywP7XQPa4CELT13SbBLKeQrqiDTC"
              + "acTzobB7GzAQYlgy/Uffx5AG4RVUxkXCF6OUSjZMXvD+HNnfPFA=");

  private static final byte[] ZSTD =
      bytes(
          "KLUv/WTMAIUDAOKGGR6g7eD0m3bD1rRnRsOTB3IOkRKA1pwqySuboGWgatTR42lXmEEexn0aBbb0dP2eWPmx9Spv"
              + "+ZN3Y8odOPFgvCna3sZe29+r08POJxq5Tae0zZXtCm6BRnsnlhNpwPmLmXa61Mj0EAEAxlaihiiWslnQ");

  /** 64 MiB of zeros in 107 bytes. */
  private static final byte[] BROTLI_BOMB =
      bytes(
          "y///P/gnAOKxQCD3/o///3/wTwDEYRGA7v0f////4J8AiMMCAN37P/7//8E/ARCHBQC693/8//+DfwIgDgsAdO//"
              + "+P//B/8EQBwWAOje//H//w/+CYA4LADQvf/L//8//BMAcVgAoHv/Bw==");

  private static byte[] bytes(String base64) {
    return Base64.getDecoder().decode(base64);
  }

  private static void is(Decoded decoded, Outcome outcome, byte[] bytes) {
    assertThat(decoded.outcome()).isEqualTo(outcome);
    assertThat(decoded.bytes()).isEqualTo(bytes);
  }

  @Property(tries = 200)
  void whatWasCodedComesBackWhole(
      @ForAll byte[] plain, @ForAll("codings") String first, @ForAll("codings") String second) {
    byte[] coded = Coder.encode(second, Coder.encode(first, plain));
    String field = named(first) + " , " + named(second).toUpperCase(java.util.Locale.ROOT);
    is(ContentCodings.decode(coded, field, CAP), Outcome.WHOLE, plain);
  }

  @Provide
  Arbitrary<String> codings() {
    return Arbitraries.of(Coder.CODINGS);
  }

  private static String named(String coding) {
    return coding.equals("raw-deflate") ? "deflate" : coding;
  }

  @Property(tries = 300)
  void noBytesMakeItFailOrPassTheCap(
      @ForAll byte[] noise, @ForAll("codings") String coding, @ForAll("codings") String claimed) {
    byte[] coded = Coder.encode(coding, STORY.repeat(20).getBytes(UTF_8));
    for (int i = 0; i < noise.length && i < 12; i++) {
      coded[Math.floorMod(noise[i] * 31 + i * 7, coded.length)] ^= noise[noise.length - 1 - i];
    }
    assertThat(ContentCodings.decode(coded, named(claimed), 3000).bytes())
        .hasSizeLessThanOrEqualTo(3000);
    assertThat(ContentCodings.decode(noise, named(claimed), 3000).bytes())
        .hasSizeLessThanOrEqualTo(3000);
  }

  @Test
  void readsWhatTheReferenceEncodersWrite() {
    is(ContentCodings.decode(BROTLI, "br", CAP), Outcome.WHOLE, STORY.getBytes(UTF_8));
    is(ContentCodings.decode(ZSTD, "zstd", CAP), Outcome.WHOLE, STORY.getBytes(UTF_8));
  }

  @Property(tries = 200)
  void countingAloneSaysTheSameAsDecoding(
      @ForAll byte[] noise, @ForAll("codings") String coding, @ForAll("codings") String claimed)
      throws IOException {
    byte[] coded = Coder.encode(coding, STORY.repeat(1 + noise.length % 90).getBytes(UTF_8));
    for (int i = 0; i < noise.length && i < 3; i++) {
      coded[Math.floorMod(noise[i] * 31 + i * 7, coded.length)] ^= (byte) (noise.length % 3);
    }
    boolean larger = ContentCodings.isLarger(Payload.of(coded), named(claimed), 2500);
    // Before damage a buffer of 16 KiB is not counted.
    int surely = 2500 + (16 << 10);
    if (ContentCodings.decode(coded, named(claimed), surely).outcome() == Outcome.TOO_LARGE) {
      assertThat(larger).isTrue();
    }
  }

  /** However many threads decode: what is large is in memory once. */
  @Test
  void oneLargePayloadIsUsedAtATimeAndSmallOnesBesideIt() throws Exception {
    Payload bomb = Payload.of(Coder.encode("gzip", new byte[8 << 20]));
    Payload small = Payload.of(Coder.encode("gzip", STORY.getBytes(UTF_8)));
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Future<Integer>> sizes = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        sizes.add(
            threads.submit(
                () ->
                    ContentCodings.use(
                        bomb,
                        "gzip",
                        4 << 20,
                        decoded -> {
                          most.accumulateAndGet(now.incrementAndGet(), Math::max);
                          int other =
                              ContentCodings.use(small, "gzip", 4 << 20, d -> d.bytes().length);
                          assertThat(other).isEqualTo(STORY.getBytes(UTF_8).length);
                          now.decrementAndGet();
                          return decoded.bytes().length;
                        })));
      }
      for (Future<Integer> size : sizes) {
        assertThat(size.get()).isEqualTo(4 << 20);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(most).hasValue(1);
  }

  @Test
  void severalGzipMembersAndZstdFramesAreOneText() {
    byte[] once = STORY.getBytes(UTF_8);
    byte[] twice = join(once, once);
    byte[] gzip = Coder.encode("gzip", once);
    is(ContentCodings.decode(join(gzip, gzip), "gzip", CAP), Outcome.WHOLE, twice);
    is(ContentCodings.decode(join(ZSTD, ZSTD), "zstd", CAP), Outcome.WHOLE, twice);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "zstd", "gzip, gzip", "br, gzip"})
  void plainTextThatIsMarkedAsCodedStaysAsItIs(String claimed) {
    byte[] plain = "<!doctype html><title>Brindlemere</title>".getBytes(UTF_8);
    is(ContentCodings.decode(plain, claimed, CAP), Outcome.NOT_CODED, plain);
    byte[] wide = "\ufeff<html>".getBytes(UTF_16LE);
    is(ContentCodings.decode(wide, claimed, CAP), Outcome.NOT_CODED, wide);
  }

  @Test
  void codingStatedTwiceAndAppliedOnceIsUndoneOnce() {
    byte[] coded = Coder.encode("gzip", STORY.getBytes(UTF_8));
    is(ContentCodings.decode(coded, "gzip, gzip", CAP), Outcome.NOT_CODED, STORY.getBytes(UTF_8));
  }

  @ParameterizedTest
  @CsvSource({"gzip,br", "gzip,deflate", "gzip,zstd", "zstd,gzip", "zstd,br", "deflate,gzip"})
  void anotherCodingThanStatedIsRecognised(String applied, String claimed) {
    byte[] coded = Coder.encode(applied, STORY.getBytes(UTF_8));
    is(ContentCodings.decode(coded, claimed, CAP), Outcome.OTHER_CODING, STORY.getBytes(UTF_8));
    is(ContentCodings.decode(BROTLI, "gzip", CAP), Outcome.OTHER_CODING, STORY.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"utf-8", "aws-chunked", "compress", "none", "gzip;q=1"})
  void unknownNamesArePassedOver(String claimed) {
    byte[] plain = STORY.getBytes(UTF_8);
    is(ContentCodings.decode(plain, claimed, CAP), Outcome.UNKNOWN_CODING, plain);
    byte[] coded = Coder.encode("gzip", plain);
    is(ContentCodings.decode(coded, "gzip, " + claimed, CAP), Outcome.UNKNOWN_CODING, plain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " , ", "identity"})
  void noCodingIsNoCoding(String claimed) {
    byte[] plain = STORY.getBytes(UTF_8);
    is(ContentCodings.decode(plain, claimed, CAP), Outcome.WHOLE, plain);
    is(ContentCodings.decode(new byte[0], "br", CAP), Outcome.WHOLE, new byte[0]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "raw-deflate"})
  void whatIsCutOffGivesItsBeginning(String coding) {
    byte[] plain = noise(100_000);
    byte[] coded = Coder.encode(coding, plain);
    Decoded decoded =
        ContentCodings.decode(Arrays.copyOf(coded, coded.length / 2), named(coding), CAP);
    assertThat(decoded.outcome()).isEqualTo(Outcome.CUT_OFF);
    assertThat(decoded.bytes().length).isBetween(40_000, 60_000);
    assertThat(plain).startsWith(decoded.bytes());
  }

  @Test
  void nothingIsInventedForTheEndOfWhatIsCutOff() {
    byte[] story = STORY.getBytes(UTF_8);
    for (int length = 1; length < BROTLI.length; length++) {
      Decoded decoded = ContentCodings.decode(Arrays.copyOf(BROTLI, length), "br", CAP);
      assertThat(decoded.bytes().length).as("%d bytes", length).isLessThanOrEqualTo(2);
      assertThat(decoded.outcome()).as("%d bytes", length).isNotEqualTo(Outcome.WHOLE);
    }
    for (int length = 5; length < ZSTD.length; length++) {
      Decoded decoded = ContentCodings.decode(Arrays.copyOf(ZSTD, length), "zstd", CAP);
      assertThat(decoded.outcome()).as("%d bytes", length).isEqualTo(Outcome.CUT_OFF);
      assertThat(decoded.bytes()).isEqualTo(Arrays.copyOf(story, decoded.bytes().length));
    }
  }

  @Test
  void bytesAfterTheEndAreNotPartOfThePage() {
    byte[] story = STORY.getBytes(UTF_8);
    byte[] after = "<!-- cached -->".getBytes(UTF_8);
    byte[] gzip = Coder.encode("gzip", story);
    assertThat(ContentCodings.decode(join(gzip, after), "gzip", CAP).bytes()).isEqualTo(story);
    is(ContentCodings.decode(join(BROTLI, after), "br", CAP), Outcome.WHOLE, story);
    byte[] plain = noise(100_000);
    byte[] stored = Coder.encode("br", plain);
    is(ContentCodings.decode(join(stored, after), "br", CAP), Outcome.WHOLE, plain);
  }

  @Test
  void damageIsSaid() {
    byte[] gzip = Coder.encode("gzip", noise(100_000));
    gzip[gzip.length - 6] ^= 1;
    Decoded decoded = ContentCodings.decode(gzip, "gzip", CAP);
    assertThat(decoded.outcome()).isEqualTo(Outcome.DAMAGED);
    assertThat(decoded.outcome().isComplete()).isFalse();
    assertThat(decoded.bytes()).isEqualTo(noise(100_000));
  }

  @Test
  void bombsStopAtTheCap() {
    Decoded br = ContentCodings.decode(BROTLI_BOMB, "br", CAP);
    is(br, Outcome.TOO_LARGE, new byte[CAP]);
    byte[] zeros = new byte[8 * CAP];
    for (String coding : new String[] {"gzip", "deflate", "zstd"}) {
      byte[] once = Coder.encode(coding, zeros);
      is(ContentCodings.decode(once, coding, CAP), Outcome.TOO_LARGE, new byte[CAP]);
      byte[] twice = Coder.encode(coding, once);
      is(
          ContentCodings.decode(twice, coding + "," + coding, CAP),
          Outcome.TOO_LARGE,
          new byte[CAP]);
    }
    String endless = "gzip,".repeat(1000);
    assertThat(ContentCodings.decode(zeros, endless, 100).bytes()).hasSize(100);
  }

  @Test
  void exactlyTheCapIsNotTooLarge() {
    byte[] plain = noise(5000);
    for (String coding : Coder.CODINGS) {
      byte[] coded = Coder.encode(coding, plain);
      is(ContentCodings.decode(coded, named(coding), 5000), Outcome.WHOLE, plain);
      is(
          ContentCodings.decode(coded, named(coding), 4999),
          Outcome.TOO_LARGE,
          Arrays.copyOf(plain, 4999));
    }
  }

  @Test
  void payloadIsReadNoFurtherThanTheCap() throws IOException {
    byte[] plain = noise(5000);
    is(ContentCodings.decode(Payload.of(plain), "", 5000), Outcome.WHOLE, plain);
    is(
        ContentCodings.decode(Payload.of(plain), "", 4000),
        Outcome.TOO_LARGE,
        Arrays.copyOf(plain, 4000));
  }

  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(7).nextBytes(noise);
    return noise;
  }

  private static byte[] join(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  /** Answers of 204 and 304 may state codings of a body that they do not have. */
  @ParameterizedTest
  @ValueSource(
      strings = {"gzip", "gzip, gzip", "deflate", "br, gzip", "zstd", "zstd, deflate", "x-other"})
  void nothingIsNoBombWhateverItsCodings(String codings) throws IOException {
    assertThat(ContentCodings.isLarger(Payload.of(new byte[0]), codings, 2500)).isFalse();
  }
}
