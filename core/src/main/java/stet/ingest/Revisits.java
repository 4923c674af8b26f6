package stet.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import stet.capture.Capture;
import stet.capture.Exchange;
import stet.capture.HttpHead;
import stet.capture.Payload;
import stet.ingest.warc.PlaceIndex;
import stet.ingest.warc.RecordFields;
import stet.ingest.warc.RecordWalk;
import stet.ingest.warc.StatedDigest;
import stet.ingest.warc.WalkItem;
import stet.text.time.WarcDate;

/** Finds the bytes that revisit records refer to: in the files given, or in the collection. */
final class Revisits {
  private final List<Container> containers;
  private final RecordConverter everything;
  private final EarlierPayloads collection;
  private final long maxSize;
  private final PlaceIndex index = new PlaceIndex();
  private final List<PlaceIndex.Spot> pending = new ArrayList<>();

  Revisits(List<Container> containers, EarlierPayloads collection, long maxSize) {
    this.containers = containers;
    this.everything = new RecordConverter(Selection.ALL, maxSize);
    this.collection = collection;
    this.maxSize = maxSize;
  }

  /** Remembers a record that others may refer to. */
  void add(PlaceIndex.Spot spot, RecordFields fields) {
    List<String> names = new ArrayList<>();
    String digest = fields.get("WARC-Payload-Digest");
    if (!digest.isEmpty()) {
      names.add(byDigest(digest));
    }
    WarcDate.parse(fields.get("WARC-Date"))
        .ifPresent(at -> names.add(byAddress(fields.uri("WARC-Target-URI"), at.toString())));
    index.add(spot, names.toArray(String[]::new));
  }

  private static String byDigest(String digest) {
    return "digest " + digest.strip().toUpperCase(Locale.ROOT);
  }

  private static String byAddress(String uri, String at) {
    return "address " + at + ' ' + uri;
  }

  /** Remembers a record whose bytes were not found yet: they may come later. */
  void postpone(PlaceIndex.Spot spot) {
    pending.add(spot);
  }

  List<PlaceIndex.Spot> pending() {
    return pending;
  }

  /** The record at a place that was remembered. */
  Optional<WalkItem.Found> record(PlaceIndex.Spot spot) throws IOException {
    try (RecordWalk walk =
        RecordWalk.open(containers.get(spot.file()).open(), spot.place(), maxSize)) {
      return walk.next() instanceof WalkItem.Found found ? Optional.of(found) : Optional.empty();
    }
  }

  /** The capture with its bytes; empty where they are not to be found. */
  Optional<Capture> resolve(Converted.Refers refers) throws IOException {
    Optional<Capture> original = inFiles(refers);
    if (original.isEmpty() && refers.at() != null) {
      original =
          collection
              .find(refers.uri(), refers.at())
              .filter(c -> hasDigest(c.payload(), refers.digest()));
    }
    return original.map(o -> complete(refers, o));
  }

  private Optional<Capture> inFiles(Converted.Refers refers) throws IOException {
    if (!refers.digest().isEmpty()) {
      Optional<Capture> found = at(byDigest(refers.digest()), refers);
      if (found.isPresent()) {
        return found;
      }
    }
    return refers.at() == null
        ? Optional.empty()
        : at(byAddress(refers.uri(), refers.at().toString()), refers);
  }

  private Optional<Capture> at(String name, Converted.Refers refers) throws IOException {
    Optional<PlaceIndex.Spot> spot = index.find(name);
    if (spot.isEmpty()) {
      return Optional.empty();
    }
    Optional<WalkItem.Found> record = record(spot.get());
    if (record.isEmpty() || !isMeant(record.get().fields(), refers)) {
      return Optional.empty();
    }
    Converted converted = everything.convert(record.get(), "");
    return converted instanceof Converted.Kept kept
        ? Optional.of(kept.capture())
        : Optional.empty();
  }

  /** Two names may share a hash; and one address may have been captured twice in an instant. */
  private static boolean isMeant(RecordFields fields, Converted.Refers refers) {
    String digest = fields.get("WARC-Payload-Digest");
    if (!digest.isEmpty() && !refers.digest().isEmpty()) {
      return byDigest(digest).equals(byDigest(refers.digest()));
    }
    return fields.uri("WARC-Target-URI").equals(refers.uri())
        && WarcDate.parse(fields.get("WARC-Date")).filter(d -> d.equals(refers.at())).isPresent();
  }

  private static boolean hasDigest(Payload payload, String digest) {
    try {
      return StatedDigest.matches(digest, payload.bytes()).orElse(true);
    } catch (IOException e) {
      return false;
    }
  }

  private static Capture complete(Converted.Refers refers, Capture original) {
    Capture c = refers.capture();
    Payload payload = original.payload();
    String mediaType = c.mediaType().isEmpty() ? original.mediaType() : c.mediaType();
    return new Capture(
        c.uri(), c.at(), c.ordinal(), mediaType, payload, c.source(), exchange(refers, original));
  }

  /**
   * The revisit's own response where it is recorded. Otherwise the earlier one's is taken only
   * where the bytes cannot be read without it; else nothing is claimed.
   */
  private static Exchange exchange(Converted.Refers refers, Capture original) {
    Payload payload = original.payload();
    if (refers.capture().exchange() instanceof Exchange.Http own) {
      return new Exchange.Http(own.request(), own.response(), payload, own.address());
    }
    if (original.contentEncoding().isEmpty()) {
      return Exchange.UNRECORDED;
    }
    Exchange.Http earlier = (Exchange.Http) original.exchange();
    return new Exchange.Http(HttpHead.NONE, earlier.response(), payload, "");
  }
}
