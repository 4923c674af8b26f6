package stet.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.Payload;
import stet.ingest.warc.PlaceIndex;
import stet.ingest.warc.RecordWalk;
import stet.ingest.warc.StatedDigest;
import stet.ingest.warc.WalkItem;

/** Finds the bytes that revisit records refer to: in the files given, or in the collection. */
final class Revisits {
  private final List<Container> containers;
  private final RecordConverter everything;
  private final EarlierPayloads collection;
  private final long maxSize;
  private final PlaceIndex index = new PlaceIndex();
  private final List<Pending> pending = new ArrayList<>();

  Revisits(List<Container> containers, EarlierPayloads collection, long maxSize) {
    this.containers = containers;
    this.everything = new RecordConverter(Selection.ALL, maxSize);
    this.collection = collection;
    this.maxSize = maxSize;
  }

  /** Remembers a record that others may refer to. */
  void add(PlaceIndex.Spot spot, RecordNames names) {
    index.add(
        spot,
        Stream.of(names.digest(), names.address())
            .filter(n -> !n.isEmpty())
            .toArray(String[]::new));
  }

  /**
   * A record whose bytes were not found yet.
   *
   * @param source of its capture
   */
  record Pending(PlaceIndex.Spot spot, CaptureSource source) {}

  /** Remembers one: its bytes may come later. */
  void postpone(PlaceIndex.Spot spot, Revisit revisit) {
    pending.add(new Pending(spot, revisit.capture().source()));
  }

  List<Pending> pending() {
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
  Optional<Capture> resolve(Revisit revisit) throws IOException {
    Optional<Capture> original = inFiles(revisit.names());
    if (original.isEmpty() && revisit.at() != null) {
      original =
          collection
              .find(revisit.uri(), revisit.at())
              .filter(c -> hasDigest(c.payload(), revisit.digest()));
    }
    return original.map(revisit::with);
  }

  private Optional<Capture> inFiles(RecordNames asked) throws IOException {
    Optional<Capture> found = at(asked.digest(), asked);
    return found.isPresent() ? found : at(asked.address(), asked);
  }

  private Optional<Capture> at(String name, RecordNames asked) throws IOException {
    Optional<PlaceIndex.Spot> spot = name.isEmpty() ? Optional.empty() : index.find(name);
    if (spot.isEmpty()) {
      return Optional.empty();
    }
    // Two names may share a hash.
    Optional<WalkItem.Found> record =
        record(spot.get()).filter(r -> RecordNames.of(r.fields()).answer(asked));
    return record.isPresent() && everything.convert(record.get(), "") instanceof Converted.Kept kept
        ? Optional.of(kept.capture())
        : Optional.empty();
  }

  private static boolean hasDigest(Payload payload, String digest) {
    try {
      return StatedDigest.matches(digest, payload.bytes()).orElse(true);
    } catch (IOException e) {
      return false;
    }
  }
}
