/// 取り込める数値: what figures a file may hold, and how each is read.
public struct FigureKeys: Sendable, Hashable {
  /// How value, numerator and denominator of a figure belong together.
  public enum Reading: Sendable, Hashable {
    /// The value is numerator over denominator in percent.
    case share
    /// The value is numerator over denominator.
    case average
    /// The value is the numerator alone.
    case count
  }

  /// One figure that a file may hold.
  public struct Key: Sendable, Hashable {
    /// The key under which it is kept, such as `soumu:T08` or the identifier of an indicator.
    public let canonical: String
    /// Other ways to write it, such as `T08`.
    public let spellings: [String]
    /// How it is read.
    public let reading: Reading
    /// Whether it is computed from records too.
    public let isComputed: Bool

    /// A key.
    public init(_ canonical: String, spellings: [String] = [], reading: Reading, isComputed: Bool = false) {
      self.canonical = canonical
      self.spellings = spellings
      self.reading = reading
      self.isComputed = isComputed
    }
  }

  private let keys: [String: Key]

  /// All figures that a file may hold; of two with one spelling the first counts.
  public init(_ keys: [Key]) {
    let spelled = keys.flatMap { key in ([key.canonical] + key.spellings).map { ($0, key) } }
    self.keys = Dictionary(spelled) { first, _ in first }
  }

  func key(_ text: String) -> Key? {
    guard let key = keys[text] else { return nil }
    // Swift compares text by meaning; a key is what was written, byte for byte.
    return ([key.canonical] + key.spellings).contains { $0.utf8.elementsEqual(text.utf8) } ? key : nil
  }
}
