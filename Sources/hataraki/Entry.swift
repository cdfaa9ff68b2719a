internal import ArgumentParser
internal import Roof

@main
struct Entry {
  static func main() async {
    await HatarakiCommand.main()
  }
}
