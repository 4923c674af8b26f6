package stet.ingest.warc;

import java.util.List;
import stet.SealedContract;

class WalkItemContractTest extends SealedContract<WalkItem> {
  WalkItemContractTest() {
    super(WalkItem.class);
  }

  @Override
  protected List<WalkItem> samples() {
    RecordFields fields = new RecordFields();
    fields.add("WARC-Type", "response");
    return List.of(
        new WalkItem.Found(new Place(0, 0), fields, new byte[] {1}, false),
        new WalkItem.Found(new Place(9, 7), fields, new byte[0], true),
        new WalkItem.Damaged(new Place(9, 7), "", "no record begins there"));
  }

  /** A block may have megabytes: items are handed on and never compared. */
  @Override
  protected boolean isValue() {
    return false;
  }
}
