package stet.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Records of the core as bytes, and back, so that they can go from one machine to another: a
 * record's parts in their order, of sealed interfaces the kind first. Only for bytes that the same
 * program wrote.
 */
final class RecordCodec {
  /** How a value of one type is written and read. */
  interface Part {
    /** Writes a value that is not null. */
    void write(Object value, DataOutput out) throws IOException;

    /** Reads it again. */
    Object read(DataInput in) throws IOException;
  }

  /** Remembers what was written once, which is named by its number from then on. */
  private static final class Output extends DataOutputStream {
    final Map<Object, Integer> numbers = new HashMap<>();

    Output(OutputStream out) {
      super(out);
    }
  }

  /** The same for what is read. */
  private static final class Input extends DataInputStream {
    final List<Object> all = new ArrayList<>();

    Input(InputStream in) {
      super(in);
    }
  }

  /**
   * Writes equal values once, and reads them as one object: the versions of an article share most
   * of their blocks.
   *
   * @param part how one is written that was not here before
   */
  record Shared(Part part) implements Part {
    @Override
    public void write(Object value, DataOutput out) throws IOException {
      Map<Object, Integer> numbers = ((Output) out).numbers;
      Integer number = numbers.get(value);
      out.writeInt(number == null ? -1 : number);
      if (number == null) {
        part.write(value, out);
        numbers.put(value, numbers.size());
      }
    }

    @Override
    public Object read(DataInput in) throws IOException {
      List<Object> all = ((Input) in).all;
      int number = in.readInt();
      if (number < 0) {
        Object value = part.read(in);
        all.add(value);
        return value;
      }
      return all.get(number);
    }
  }

  private static final Map<Type, Part> PARTS = new ConcurrentHashMap<>();

  private RecordCodec() {}

  /** The bytes of a record. */
  static byte[] write(Record value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    try (DataOutputStream out = new Output(bytes)) {
      part(value.getClass()).write(value, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The record of those bytes. */
  static <T extends Record> T read(byte[] bytes, Class<T> type) {
    try (DataInputStream in = new Input(new ByteArrayInputStream(bytes))) {
      return type.cast(part(type).read(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * How values of a type are written. Types may hold themselves, so that parts are looked up late.
   */
  static Part part(Type type) {
    Part known = PARTS.get(type);
    if (known == null) {
      known = Parts.of(type);
      PARTS.put(type, known);
    }
    return known;
  }
}
