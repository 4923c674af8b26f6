package stet.notes;

import java.time.Instant;

/** Annotations of a fictional story, for tests. */
final class Said {
  static final Instant DAWN = Instant.parse("2026-03-14T06:00:00Z");
  static final String URI = "https://courier.example/harbour";

  private Said() {}

  static Subject subject(String uri, Quote quote) {
    return new Subject(uri, DAWN, DAWN.plusSeconds(3_600), quote);
  }

  static Annotation of(int number, String verdict, String text) {
    return new Annotation(
        "00000000-0000-4000-8000-%012x".formatted(number),
        subject(URI, new Quote("twelve boats", "nine boats", "said that ", " were lost")),
        new Remark(verdict, number % 2 == 0, text, "Ana Ferreira"),
        DAWN.plusSeconds(number),
        DAWN.plusSeconds(number));
  }

  /** The same, said later in another way. */
  static Annotation later(Annotation known, Remark remark, int seconds) {
    return new Annotation(
        known.id(),
        known.subject(),
        remark,
        known.createdAt(),
        known.modifiedAt().plusSeconds(seconds));
  }
}
