extension HTML.StringInterpolation {
  /// Writes ` name="value"` with the space before it, or nothing: `<td\(attribute: "id", id)>`.
  public mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
    guard let value else { return }
    appendName(name)
    bytes.append(contentsOf: [UInt8(ascii: "="), UInt8(ascii: "\"")])
    Escaping.append(value, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes ` name` with the space before it when it is on: `<option\(flag: "selected", isChosen)>`.
  public mutating func appendInterpolation(flag name: StaticString, _ isOn: Bool) {
    if isOn { appendName(name) }
  }

  /// Writes ` href="…"` with a path inside this site; anything else becomes `/`.
  public mutating func appendInterpolation(href path: String) {
    appendInterpolation(attribute: "href", SitePath(path).text)
  }

  /// Writes ` action="…"` with a path inside this site; anything else becomes `/`.
  public mutating func appendInterpolation(action path: String) {
    appendInterpolation(attribute: "action", SitePath(path).text)
  }

  private mutating func appendName(_ name: StaticString) {
    bytes.append(UInt8(ascii: " "))
    appendLiteral(name)
  }
}
