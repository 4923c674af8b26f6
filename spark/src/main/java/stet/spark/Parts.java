package stet.spark;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import stet.article.Block;
import stet.capture.HttpHead;
import stet.capture.Payload;
import stet.diff.rank.Weights;

/** The parts of {@link RecordCodec}, one for each kind of type. */
final class Parts {
  private Parts() {}

  static RecordCodec.Part of(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type inner = generic.getActualTypeArguments()[0];
      if (generic.getRawType() == List.class) {
        return new ListPart(inner);
      } else if (generic.getRawType() == Optional.class) {
        return new OptionalPart(inner);
      }
    } else if (type instanceof Class<?> plain) {
      return of(plain);
    }
    throw new IllegalArgumentException("cannot be written: " + type);
  }

  private static RecordCodec.Part of(Class<?> type) {
    if (type == Block.class) {
      return new RecordCodec.Shared(new SealedPart(type));
    } else if (type.isRecord()) {
      return new RecordPart(type);
    } else if (type.isSealed()) {
      return new SealedPart(type);
    } else if (type.isEnum()) {
      return new EnumPart(type);
    } else if (type == int.class || type == Integer.class) {
      return new Simple((v, out) -> out.writeInt((Integer) v), DataInput::readInt);
    } else if (type == long.class || type == Long.class) {
      return new Simple((v, out) -> out.writeLong((Long) v), DataInput::readLong);
    } else if (type == boolean.class) {
      return new Simple((v, out) -> out.writeBoolean((Boolean) v), DataInput::readBoolean);
    } else if (type == String.class) {
      return new Simple(Parts::writeText, Parts::readText);
    }
    return type == HttpHead.class || type == Payload.class ? ofBytes(type) : ofTime(type);
  }

  private static RecordCodec.Part ofBytes(Class<?> type) {
    return type == HttpHead.class
        ? new Simple(
            (v, out) -> writeBytes(((HttpHead) v).bytes(), out), in -> HttpHead.of(readBytes(in)))
        : new Simple(
            (v, out) -> writeBytes(((Payload) v).bytes(), out), in -> Payload.of(readBytes(in)));
  }

  private static void writeBytes(byte[] bytes, DataOutput out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] readBytes(DataInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }

  private static RecordCodec.Part ofTime(Class<?> type) {
    if (type == Instant.class) {
      return text(Instant::parse);
    } else if (type == LocalDateTime.class) {
      return text(LocalDateTime::parse);
    } else if (type == ZoneOffset.class) {
      return text(ZoneOffset::of);
    } else if (type == Duration.class) {
      return text(Duration::parse);
    } else if (type == Weights.class) {
      return new Simple(
          (v, out) -> writeText(((Weights) v).text(), out), in -> Weights.of(readText(in)));
    }
    throw new IllegalArgumentException("cannot be written: " + type);
  }

  private static RecordCodec.Part text(Function<String, Object> parse) {
    return new Simple((v, out) -> writeText(v.toString(), out), in -> parse.apply(readText(in)));
  }

  /** Characters as they are: a page's text may hold half of a surrogate pair. */
  private static void writeText(Object value, DataOutput out) throws IOException {
    String text = (String) value;
    boolean narrow = text.chars().allMatch(c -> c < 0x100);
    out.writeInt(narrow ? text.length() : -1 - text.length());
    byte[] bytes = new byte[narrow ? text.length() : 2 * text.length()];
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (narrow) {
        bytes[i] = (byte) c;
      } else {
        bytes[2 * i] = (byte) (c >>> 8);
        bytes[2 * i + 1] = (byte) c;
      }
    }
    out.write(bytes);
  }

  private static String readText(DataInput in) throws IOException {
    int length = in.readInt();
    boolean narrow = length >= 0;
    byte[] bytes = new byte[narrow ? length : 2 * (-1 - length)];
    in.readFully(bytes);
    char[] chars = new char[narrow ? length : -1 - length];
    for (int i = 0; i < chars.length; i++) {
      chars[i] =
          narrow
              ? (char) (bytes[i] & 0xff)
              : (char) ((bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff);
    }
    return new String(chars);
  }

  /** Writes what may be null. */
  private static void writeAny(RecordCodec.Part part, @Nullable Object value, DataOutput out)
      throws IOException {
    out.writeBoolean(value != null);
    if (value != null) {
      part.write(value, out);
    }
  }

  private static @Nullable Object readAny(RecordCodec.Part part, DataInput in) throws IOException {
    return in.readBoolean() ? part.read(in) : null;
  }

  private interface Writer {
    void write(Object value, DataOutput out) throws IOException;
  }

  private interface Reader {
    Object read(DataInput in) throws IOException;
  }

  private record Simple(Writer writer, Reader reader) implements RecordCodec.Part {
    @Override
    public void write(Object value, DataOutput out) throws IOException {
      writer.write(value, out);
    }

    @Override
    public Object read(DataInput in) throws IOException {
      return reader.read(in);
    }
  }

  private record EnumPart(Object[] constants) implements RecordCodec.Part {
    EnumPart(Class<?> type) {
      this(type.getEnumConstants());
    }

    @Override
    public void write(Object value, DataOutput out) throws IOException {
      out.writeByte(((Enum<?>) value).ordinal());
    }

    @Override
    public Object read(DataInput in) throws IOException {
      return constants[in.readUnsignedByte()];
    }
  }

  private record ListPart(Type inner) implements RecordCodec.Part {
    @Override
    public void write(Object value, DataOutput out) throws IOException {
      List<?> list = (List<?>) value;
      out.writeInt(list.size());
      for (Object one : list) {
        RecordCodec.part(inner).write(one, out);
      }
    }

    @Override
    public Object read(DataInput in) throws IOException {
      int size = in.readInt();
      List<Object> list = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        list.add(RecordCodec.part(inner).read(in));
      }
      return Collections.unmodifiableList(list);
    }
  }

  private record OptionalPart(Type inner) implements RecordCodec.Part {
    @Override
    public void write(Object value, DataOutput out) throws IOException {
      Optional<?> optional = (Optional<?>) value;
      writeAny(RecordCodec.part(inner), optional.isPresent() ? optional.get() : null, out);
    }

    @Override
    public Object read(DataInput in) throws IOException {
      return Optional.ofNullable(readAny(RecordCodec.part(inner), in));
    }
  }

  /** The kinds in the order of their names, which no compiler changes. */
  private record SealedPart(List<Class<?>> kinds) implements RecordCodec.Part {
    SealedPart(Class<?> type) {
      this(
          Arrays.stream(type.getPermittedSubclasses())
              .sorted(Comparator.comparing(Class::getName))
              .<Class<?>>map(k -> k)
              .toList());
    }

    @Override
    public void write(Object value, DataOutput out) throws IOException {
      int kind = 0;
      while (!kinds.get(kind).isInstance(value)) {
        kind++;
      }
      out.writeByte(kind);
      RecordCodec.part(kinds.get(kind)).write(value, out);
    }

    @Override
    public Object read(DataInput in) throws IOException {
      return RecordCodec.part(kinds.get(in.readUnsignedByte())).read(in);
    }
  }

  private static final class RecordPart implements RecordCodec.Part {
    private final RecordComponent[] components;
    private final Method[] getters;
    private final Constructor<?> constructor;

    RecordPart(Class<?> type) {
      components = type.getRecordComponents();
      getters = Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
      try {
        constructor =
            type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException(e);
      }
      constructor.setAccessible(true);
      for (Method getter : getters) {
        getter.setAccessible(true);
      }
    }

    @Override
    public void write(Object value, DataOutput out) throws IOException {
      for (int i = 0; i < components.length; i++) {
        RecordCodec.Part part = RecordCodec.part(components[i].getGenericType());
        writeAny(part, got(getters[i], value), out);
      }
    }

    private static @Nullable Object got(Method getter, Object value) {
      try {
        return getter.invoke(value);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public Object read(DataInput in) throws IOException {
      @Nullable Object[] values = new @Nullable Object[components.length];
      for (int i = 0; i < components.length; i++) {
        values[i] = readAny(RecordCodec.part(components[i].getGenericType()), in);
      }
      try {
        return constructor.newInstance(values);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
