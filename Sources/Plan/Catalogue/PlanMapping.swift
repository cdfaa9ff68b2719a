import Yams

/// A mapping of the file with a closed set of keys.
struct PlanMapping {
  let place: PlanPlace
  let log: FaultLog
  private let values: [String: PlanValue]

  /// Takes the value as a mapping and tells of every key that is not among these; nil when it is no mapping.
  ///
  /// - Parameter only: for a mapping with fewer keys in a special case, what to say of the others.
  init?(_ value: PlanValue, keys: [String], only: String? = nil, _ log: FaultLog) {
    guard case .mapping(let mapping) = value.node, value.hasOwnTag else {
      value.tellWrongType(wanted: "a mapping", log)
      return nil
    }
    self.place = value.place
    self.log = log
    let remedy = only ?? "use one of \(keys.joined(separator: ", "))"
    var values: [String: PlanValue] = [:]
    for (keyNode, node) in mapping {
      let key = PlanValue(node: keyNode, path: value.path)
      guard let name = key.text(log) else { continue }
      guard keys.contains(name) else {
        log.tell(key.place, "unknown key \(quoted(name))", remedy: remedy)
        continue
      }
      values[name] = PlanValue(node: node, path: value.path.isEmpty ? name : "\(value.path).\(name)")
    }
    self.values = values
  }

  /// Whether the mapping form of this value has this key.
  static func has(_ key: String, in value: PlanValue) -> Bool {
    guard case .mapping(let mapping) = value.node else { return false }
    return mapping.contains { pair in pair.key.scalar?.string == key }
  }

  func optional(_ key: String) -> PlanValue? { values[key] }

  func required(_ key: String) -> PlanValue? {
    if let value = values[key] { return value }
    log.tell(place, "missing key '\(key)'", remedy: "add '\(key): …'")
    return nil
  }

  func text(_ key: String) -> String? { required(key)?.text(log) }

  func optionalText(_ key: String) -> String? { optional(key)?.text(log) }

  /// A list that must be there and hold at least one value.
  func filledList(_ key: String) -> [PlanValue]? {
    guard let value = required(key), let list = value.list(log) else { return nil }
    guard !list.isEmpty else {
      log.tell(value.place, "the list '\(key)' is empty", remedy: "add at least one entry")
      return nil
    }
    return list
  }

  /// A list that may be missing.
  func optionalList(_ key: String) -> [PlanValue] { optional(key)?.list(log) ?? [] }

  /// A code that must be there.
  func code<Code>(_ key: String, _ type: Code.Type, called name: String) -> Code?
  where Code: RawRepresentable & CaseIterable, Code.RawValue == String {
    required(key)?.code(type, called: name, log)
  }

  /// An id or code of plain form, with its place.
  func identifier(_ key: String) -> Placed<String>? {
    guard let value = required(key), let text = value.text(log) else { return nil }
    guard Identifier.isWellFormed(text) else {
      let remedy = "use 1 to 32 ASCII letters and digits, joined by single hyphens"
      log.tell(value.place, "\(quoted(text)) is not a well-formed \(key)", remedy: remedy)
      return nil
    }
    return Placed(value: text, place: value.place)
  }
}

extension FaultLog {
  /// The codes of a list, told when one stands twice.
  func codes<Code>(_ values: [PlanValue], _ type: Code.Type, called name: String) -> [Code]
  where Code: RawRepresentable & CaseIterable & Hashable, Code.RawValue == String {
    var codes: [Code] = []
    for value in values {
      guard let code = value.code(type, called: name, self) else { continue }
      if codes.contains(code) {
        tell(value.place, "\(name) '\(code.rawValue)' stands twice", remedy: "keep one of them")
        continue
      }
      codes.append(code)
    }
    return codes
  }

  /// The measure ids of a list, with their places.
  func measureIDs(_ values: [PlanValue]) -> [Placed<MeasureID>] {
    values.compactMap { value in measureID(value) }
  }

  /// A measure id of the right form, with its place.
  func measureID(_ value: PlanValue) -> Placed<MeasureID>? {
    guard let text = value.text(self) else { return nil }
    guard let id = MeasureID(text) else {
      let remedy = "use 1 to 32 ASCII letters and digits, joined by single hyphens"
      tell(value.place, "\(quoted(text)) is not a well-formed measure id", remedy: remedy)
      return nil
    }
    return Placed(value: id, place: value.place)
  }
}
