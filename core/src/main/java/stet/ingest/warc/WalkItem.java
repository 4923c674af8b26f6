package stet.ingest.warc;

/** What a walk finds at one place of a file. */
public sealed interface WalkItem {
  /** Where it begins. */
  Place place();

  /**
   * A record.
   *
   * @param fields its head
   * @param block its block; empty where {@code oversized}
   * @param oversized whether the block is larger than the walk was to read
   */
  record Found(Place place, RecordFields fields, byte[] block, boolean oversized)
      implements WalkItem {}

  /**
   * A stretch that is no sound record; the walk goes on after it.
   *
   * @param type the type that the record states; empty where that cannot be read
   * @param what what is wrong with it, in words
   */
  record Damaged(Place place, String type, String what) implements WalkItem {}
}
