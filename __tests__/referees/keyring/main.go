// A CLI that keeps its login in the keyring of the operating system, or in files below the home directory with
// SKIP_KEYRING=true: as WSO2's CLIs do, in the words of their issues.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/zalando/go-keyring"
)

const (
	service = "choreo-cli"
	entry   = "user_info_path"
)

var (
	skipsKeyring = os.Getenv("SKIP_KEYRING") == "true"
	file         = filepath.Join(os.Getenv("HOME"), ".choreo", "credentials")
)

func main() {
	if err := run(strings.Join(os.Args[1:], " ")); err != nil {
		fmt.Fprintln(os.Stderr, "Error:", err)
		os.Exit(1)
	}
}

func run(command string) error {
	switch command {
	case "--version":
		fmt.Println("choreo version v1.2.33")
		return nil
	case "login --with-token":
		var token string
		if _, err := fmt.Scan(&token); err != nil {
			return err
		}
		return store(token)
	case "logout":
		return remove()
	case "list projects":
		return listProjects()
	}
	return fmt.Errorf("unknown command %q", command)
}

func store(token string) error {
	if !skipsKeyring {
		if err := keyring.Set(service, entry, token); err != nil {
			return fmt.Errorf("failed to write to keyring %s: %w", entry, err)
		}
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return err
	}
	return os.WriteFile(file, []byte(token), 0o600)
}

func remove() error {
	if !skipsKeyring {
		return keyring.Delete(service, entry)
	}
	return os.Remove(file)
}

func listProjects() error {
	_, err := os.ReadFile(file)
	if !skipsKeyring {
		_, err = keyring.Get(service, entry)
	}
	if err != nil {
		return fmt.Errorf("not logged in: %w", err)
	}
	fmt.Println("storefront")
	return nil
}
