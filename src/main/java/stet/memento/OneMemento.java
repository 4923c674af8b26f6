package stet.memento;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.Exchange;
import stet.capture.Payload;
import stet.ingest.MementoAddress;
import stet.ingest.Rewritten;

/** A single capture that a web archive keeps, named by its address there. */
public final class OneMemento {
  /** The usual form of such an address: up to the digits, how it is wanted, and of what. */
  private static final Pattern USUAL =
      Pattern.compile("(https?://[^/]+/(?:[\\w.-]+/){0,3}\\d{4,14})([a-z]{2}_)?(/https?:/.+)");

  private static final String RAW = "id_";

  private OneMemento() {}

  /**
   * Fetches a capture, as it was archived where the archive gives it so.
   *
   * @param address its own, at the archive
   * @param archive the archive's name
   * @return with the page's address and time as the archive states them
   * @throws Getter.NoAnswer when there is none, in a few words
   */
  public static Capture get(Getter getter, String address, String archive) throws Getter.NoAnswer {
    Matcher usual = USUAL.matcher(address);
    if (usual.matches() && !RAW.equals(usual.group(2))) {
      Getter.Got raw = getter.get(usual.group(1) + RAW + usual.group(3));
      Optional<MementoAddress> of = of(raw);
      if (of.isPresent()) {
        return capture(raw, of.get(), archive);
      }
    }
    Getter.Got got = getter.get(address);
    MementoAddress of =
        of(got)
            .orElseThrow(
                () ->
                    new Getter.NoAnswer(
                        "it is no web archive's capture of a page (status "
                            + got.http().status()
                            + ")",
                        false));
    return capture(got, of, archive);
  }

  private static Optional<MementoAddress> of(Getter.Got got) {
    return got.http().status() == 200
        ? MementoAddress.of(got.last().uri(), got.http().response())
        : Optional.empty();
  }

  private static Capture capture(Getter.Got got, MementoAddress of, String archive)
      throws Getter.NoAnswer {
    return capture(archive, of.original(), of, got.last())
        .orElseThrow(() -> new Getter.NoAnswer("the archive shows it rewritten", false));
  }

  /**
   * What an archive answered, as a capture of the page; empty where the archive put something into
   * it that cannot be told from it.
   */
  static Optional<Capture> capture(
      String archive, String original, MementoAddress of, Capture answer) throws Getter.NoAnswer {
    CaptureSource source = new CaptureSource.Memento(archive, answer.uri());
    byte[] page = Getter.decoded(answer);
    if (!Rewritten.is(page)) {
      Payload payload = answer.payload();
      Exchange exchange = answer.exchange();
      return Optional.of(
          new Capture(original, of.at(), 0, answer.mediaType(), payload, source, exchange));
    }
    return Rewritten.clean(page)
        .map(own -> new Capture(original, of.at(), 0, answer.mediaType(), Payload.of(own), source));
  }
}
