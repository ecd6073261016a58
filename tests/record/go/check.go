// Command check verifies a record folder with Go's own golang.org/x/mod/sumdb/note and tlog alone.
// It shares no code with the Python program: whatever both accept, two independent implementations accept.
//
//	check DIR [KEYS]
//
// KEYS is a keys.txt that came another way; DIR/keys.txt is used if it is not given.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8

// hashes holds every hash of the tree in the order in which tlog stores them.
type hashes []tlog.Hash

func (h hashes) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	found := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		if index < 0 || index >= int64(len(h)) {
			return nil, fmt.Errorf("no hash %d", index)
		}
		found[i] = h[index]
	}
	return found, nil
}

// logKeys gives the Ed25519 keys on the log lines of a policy; note knows no other type.
func logKeys(file string) (note.Verifiers, string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, "", err
	}
	var known []note.Verifier
	for _, line := range strings.Split(string(data), "\n") {
		words := strings.Fields(line)
		if len(words) < 2 || words[0] != "log" {
			continue
		}
		if verifier, err := note.NewVerifier(words[1]); err == nil {
			known = append(known, verifier)
		}
	}
	if len(known) == 0 {
		return nil, "", fmt.Errorf("%s: no Ed25519 key of a log", file)
	}
	return note.VerifierList(known...), known[0].Name(), nil
}

// openCheckpoint checks the signature of a checkpoint and reads its three lines.
func openCheckpoint(file, origin string, known note.Verifiers) (tlog.Tree, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return tlog.Tree{}, err
	}
	opened, err := note.Open(data, known)
	if err != nil {
		return tlog.Tree{}, fmt.Errorf("%s: %w", file, err)
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] != origin {
		return tlog.Tree{}, fmt.Errorf("%s: not a checkpoint of %s", file, origin)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 {
		return tlog.Tree{}, fmt.Errorf("%s: no size", file)
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		return tlog.Tree{}, fmt.Errorf("%s: %w", file, err)
	}
	return tlog.Tree{N: size, Hash: root}, nil
}

// numberPath writes a tile's number as the tiles specification does; full tiles have no width.
func numberPath(n int64, width int) string {
	path := fmt.Sprintf("%03d", n%1000)
	for n >= 1000 {
		n /= 1000
		path = fmt.Sprintf("x%03d/%s", n%1000, path)
	}
	if width < 1<<tileHeight {
		path = fmt.Sprintf("%s.p/%d", path, width)
	}
	return path
}

// readEntries hashes every entry of every bundle into the tree.
func readEntries(dir string, size int64) (hashes, error) {
	var all hashes
	for first := int64(0); first < size; first += 1 << tileHeight {
		width := int64(1 << tileHeight)
		if size-first < width {
			width = size - first
		}
		file := filepath.Join(dir, "tile/entries", numberPath(first>>tileHeight, int(width)))
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		for n := first; n < first+width; n++ {
			if len(data) < 2 || len(data) < 2+int(binary.BigEndian.Uint16(data)) {
				return nil, fmt.Errorf("%s: cut short", file)
			}
			end := 2 + int(binary.BigEndian.Uint16(data))
			more, err := tlog.StoredHashes(n, data[2:end], all)
			if err != nil {
				return nil, err
			}
			all, data = append(all, more...), data[end:]
		}
		if len(data) != 0 {
			return nil, fmt.Errorf("%s: holds more than its entries", file)
		}
	}
	return all, nil
}

// widestTiles gives each tile of a tree once; some versions of tlog list every narrower partial tile too.
func widestTiles(size int64) []tlog.Tile {
	var tiles []tlog.Tile
	for _, tile := range tlog.NewTiles(tileHeight, 0, size) {
		last := len(tiles) - 1
		if last >= 0 && tiles[last].L == tile.L && tiles[last].N == tile.N {
			tiles = tiles[:last]
		}
		tiles = append(tiles, tile)
	}
	return tiles
}

// checkTiles compares every tile file with the tile that Go works out.
func checkTiles(dir string, size int64, all hashes) (int, error) {
	tiles := widestTiles(size)
	for _, tile := range tiles {
		want, err := tlog.ReadTileData(tile, all)
		if err != nil {
			return 0, err
		}
		file := filepath.Join(dir, "tile", strconv.Itoa(tile.L), numberPath(tile.N, tile.W))
		have, err := os.ReadFile(file)
		if err != nil {
			return 0, err
		}
		if !bytes.Equal(have, want) {
			return 0, fmt.Errorf("%s: another tile than Go works out", file)
		}
	}
	return len(tiles), nil
}

// checkOlder checks that each checkpoint kept in the folder is a prefix, by a consistency proof.
func checkOlder(dir, origin string, known note.Verifiers, now tlog.Tree, all hashes) (int, error) {
	files, err := filepath.Glob(filepath.Join(dir, "checkpoints", "*"))
	if err != nil {
		return 0, err
	}
	sort.Strings(files)
	for _, file := range files {
		old, err := openCheckpoint(file, origin, known)
		if err != nil {
			return 0, err
		}
		proof, err := tlog.ProveTree(now.N, old.N, all)
		if err != nil {
			return 0, fmt.Errorf("%s: %w", file, err)
		}
		if err := tlog.CheckTree(proof, now.N, now.Hash, old.N, old.Hash); err != nil {
			return 0, fmt.Errorf("%s: %w", file, err)
		}
	}
	return len(files), nil
}

func check(dir, keys string) error {
	known, origin, err := logKeys(keys)
	if err != nil {
		return err
	}
	now, err := openCheckpoint(filepath.Join(dir, "checkpoint"), origin, known)
	if err != nil {
		return err
	}
	all, err := readEntries(dir, now.N)
	if err != nil {
		return err
	}
	root, err := tlog.TreeHash(now.N, all)
	if err != nil {
		return err
	}
	if root != now.Hash {
		return fmt.Errorf("the entries lead to another root than the checkpoint states")
	}
	tiles, err := checkTiles(dir, now.N, all)
	if err != nil {
		return err
	}
	older, err := checkOlder(dir, origin, known, now, all)
	if err != nil {
		return err
	}
	fmt.Printf("%s: %d entries, root %s, %d tiles, %d checkpoints: in order\n",
		origin, now.N, base64.StdEncoding.EncodeToString(root[:]), tiles, older)
	return nil
}

func main() {
	if len(os.Args) != 2 && len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: check DIR [KEYS]")
		os.Exit(2)
	}
	keys := filepath.Join(os.Args[1], "keys.txt")
	if len(os.Args) == 3 {
		keys = os.Args[2]
	}
	if err := check(os.Args[1], keys); err != nil {
		fmt.Fprintln(os.Stderr, "NOT in order:", err)
		os.Exit(1)
	}
}
