public import People
public import Store

/// 数値と内訳: a stored figure, and the rows that are counted today for the day that it tells of.
///
/// Both are raw: what may be shown of them, and to whom, is judged by whoever shows it.
public struct ListedFigure: Sendable {
  /// What was stored.
  public let stored: StoredFigure
  /// What is counted now.
  public let rows: [CountedRow]
  /// The rows added up at the places of the stored figure.
  public let places: [FigurePlace]

  /// Counts the rows as of the day of the stored figure.
  ///
  /// - Throws: ``StoreError`` from the engine; what the listing throws.
  public init(_ stored: StoredFigure, _ listing: RowListing, on connection: any SQLConnection) throws {
    // As seen on the day that it tells of, every rule of dates gives that day again.
    let rows = try listing.rows(stored.year, stored.asOf, connection)
    let office = try FigureOffice(stored.asOf...stored.asOf, on: connection)
    self.stored = stored
    self.rows = rows
    places = office.places(listing.values(rows))
  }

  /// 相違: a place whose rows no longer come to what was stored.
  public struct Difference: Sendable, Hashable {
    /// The employer.
    public let employer: RecordID<Employer>
    /// The bureau; nil for people who belong to none.
    public let bureau: FigureBureau?
    /// What was stored; nought of nought where nothing was.
    public let stored: Ratio
    /// What is counted now.
    public let counted: Ratio
  }

  /// Where rows were added, taken away or changed after the figure was computed; empty when nothing was.
  public var differences: [Difference] {
    let before = Dictionary(grouping: stored.places, by: Key.init)
    let now = Dictionary(grouping: places, by: Key.init)
    let keys = (stored.places + places).map(Key.init)
    var seen: Set<Key> = []
    return keys.filter { seen.insert($0).inserted }.compactMap { key in
      let (old, new) = (before[key] ?? [], now[key] ?? [])
      let difference = Difference(
        employer: key.employer,
        bureau: (new.first ?? old.first)?.bureau,
        stored: old.map(\.ratio).reduce(.zero, +),
        counted: new.map(\.ratio).reduce(.zero, +)
      )
      return difference.stored == difference.counted ? nil : difference
    }
  }

  private struct Key: Hashable {
    let employer: RecordID<Employer>
    let bureau: RecordID<OrganizationUnit>?

    init(_ place: FigurePlace) {
      employer = place.employer
      bureau = place.bureau?.id
    }
  }
}
